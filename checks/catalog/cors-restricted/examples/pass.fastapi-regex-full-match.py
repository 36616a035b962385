from fastapi import FastAPI
from fastapi.middleware.cors import CORSMiddleware

# Starlette matches the whole origin, so this needs no anchors.
app = FastAPI()
app.add_middleware(CORSMiddleware, allow_origin_regex=r"https://[a-z0-9-]+\.example\.com")


@app.get("/api/plans")
async def plans():
    return {"plans": []}
