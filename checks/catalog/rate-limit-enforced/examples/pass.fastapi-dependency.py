from fastapi import Depends, FastAPI
from fastapi_limiter.depends import RateLimiter

app = FastAPI(dependencies=[Depends(RateLimiter(times=100, seconds=60))])


@app.post("/api/generate")
async def generate():
    return {}
