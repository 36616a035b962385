from fastapi import FastAPI
from fastapi.middleware.cors import CORSMiddleware

common = {"allow_methods": ["GET", "POST"], "max_age": 600}
options = {**common, "allow_origins": ["https://app.example.com", "*"]}  # <- finding

app = FastAPI()
app.add_middleware(CORSMiddleware, **options)


@app.get("/api/plans")
async def plans():
    return {"plans": []}
