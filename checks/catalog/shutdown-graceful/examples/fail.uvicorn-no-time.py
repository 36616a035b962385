import uvicorn
from fastapi import FastAPI

app = FastAPI()

if __name__ == "__main__":
    uvicorn.run(app, port=8000, timeout_graceful_shutdown=0)  # <- finding
