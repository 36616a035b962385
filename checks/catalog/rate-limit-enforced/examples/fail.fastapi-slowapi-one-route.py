from fastapi import FastAPI, Request
from slowapi import Limiter
from slowapi.util import get_remote_address

limiter = Limiter(key_func=get_remote_address)
app = FastAPI()
app.state.limiter = limiter


@app.post("/api/login")
@limiter.limit("5/minute")
async def login(request: Request):
    return {}


@app.post("/api/generate")  # <- finding
async def generate():
    return {}
