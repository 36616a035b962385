import httpx
from cachetools import TTLCache, cached
from fastapi import Depends, FastAPI
from sqlalchemy import select
from sqlalchemy.orm import Session

from database import Exercise, opened

app = FastAPI()


@cached(TTLCache(maxsize=1, ttl=3600))
def signing_keys():
    return httpx.get("https://auth.example.com/.well-known/jwks.json", timeout=3).json()


@app.get("/v1/exercises")  # <- finding
def exercises(session: Session = Depends(opened)):
    return session.execute(select(Exercise.id, Exercise.name).limit(100)).all()
