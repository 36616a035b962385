from fastapi import FastAPI

app = FastAPI()  # <- finding


@app.get("/api/plans")
async def plans():
    return {"plans": []}
