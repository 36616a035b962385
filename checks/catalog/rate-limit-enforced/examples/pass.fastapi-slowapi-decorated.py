from fastapi import FastAPI, Request
from slowapi import Limiter
from slowapi.util import get_remote_address

limiter = Limiter(key_func=get_remote_address)
app = FastAPI()
app.state.limiter = limiter


@app.get("/health")
def health():
    return {"ok": True}


@app.post("/api/generate")
@limiter.limit("5/minute")
async def generate(request: Request):
    return {}
