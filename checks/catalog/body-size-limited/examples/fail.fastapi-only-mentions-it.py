"""MAX_CONTENT_LENGTH is what Flask calls it; client_max_size is aiohttp's."""
from fastapi import FastAPI

app = FastAPI()  # <- finding
max_body_size = 100_000


@app.put("/api/plans/{plan_id}")
async def change(plan_id: str, body: dict):
    return {"id": plan_id, "limit": max_body_size, **body}
