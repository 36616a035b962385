import aiocache
from fastapi import FastAPI
from pydantic import AnyUrl, BaseSettings


class Settings(BaseSettings):
    port: int = 5000
    near_redis_url: AnyUrl = None


settings = Settings()
STORE_URL = settings.near_redis_url

app = FastAPI()


def make_cache():
    if STORE_URL:
        return aiocache.RedisCache(endpoint=STORE_URL.host, port=STORE_URL.port)
    return aiocache.SimpleMemoryCache()


@app.get("/api/tides")
async def tides():
    return await make_cache().get("tides")
