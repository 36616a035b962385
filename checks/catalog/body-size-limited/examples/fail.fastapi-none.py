from fastapi import FastAPI

app = FastAPI()  # <- finding


@app.post("/api/plans")
async def make(body: dict):
    return body
