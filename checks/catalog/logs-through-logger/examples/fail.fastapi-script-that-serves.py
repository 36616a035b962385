import uvicorn
from fastapi import FastAPI

app = FastAPI()


def announce():
    print("coming up")  # <- finding


def serve():
    uvicorn.run(app, port=8000)


@app.get("/plans")
def plans():
    return []


if __name__ == "__main__":
    announce()
    serve()
