from fastapi import FastAPI
from fastapi.middleware.cors import CORSMiddleware

app = FastAPI()
app.add_middleware(
    CORSMiddleware,
    allow_origin_regex=".*",  # <- finding
    allow_credentials=True,
)


@app.get("/api/plans")
async def plans():
    return {"plans": []}
