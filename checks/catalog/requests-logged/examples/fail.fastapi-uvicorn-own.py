import uvicorn
from fastapi import FastAPI

app = FastAPI()


def main() -> None:
    uvicorn.run("main:app", port=8000)  # <- finding


main()
