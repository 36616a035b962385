from fastapi import FastAPI

app = FastAPI()  # <- finding


@app.post("/api/generate")
async def generate():
    return {}
