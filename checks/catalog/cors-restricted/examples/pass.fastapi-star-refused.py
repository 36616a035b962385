import os

from fastapi import FastAPI
from fastapi.middleware.cors import CORSMiddleware

origins = os.environ["CORS_ORIGINS"].split(",")
if "*" in origins:
    raise RuntimeError("CORS_ORIGINS must name origins")

app = FastAPI()
app.add_middleware(CORSMiddleware, allow_origins=origins, allow_credentials=True)


@app.get("/api/plans")
async def plans():
    return {"plans": []}
