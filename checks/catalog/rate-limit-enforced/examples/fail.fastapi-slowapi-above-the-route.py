from fastapi import FastAPI, Request
from slowapi import Limiter
from slowapi.util import get_remote_address

limiter = Limiter(key_func=get_remote_address)  # <- finding
app = FastAPI()
app.state.limiter = limiter


@limiter.limit("5/minute")
@app.post("/api/generate")
async def generate(request: Request):
    return {}
