from fastapi import FastAPI
from fastapi.middleware.cors import CORSMiddleware

app = FastAPI()
app.add_middleware(
    CORSMiddleware,
    allow_origins=["https://app.example.com", "null"],  # <- finding
    allow_credentials=True,
)


@app.get("/api/plans")
async def plans():
    return {"plans": []}
