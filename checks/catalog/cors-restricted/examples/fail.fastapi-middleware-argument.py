from fastapi import FastAPI
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware

middleware = [
    Middleware(CORSMiddleware, allow_origins=("*",), allow_headers=["Authorization"]),  # <- finding
]
app = FastAPI(middleware=middleware)


@app.get("/api/plans")
async def plans():
    return {"plans": []}
