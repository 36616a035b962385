from cachetools import TTLCache, cached
from fastapi import FastAPI
from sqlalchemy import create_engine, select, text
from storage import Storage

app = FastAPI()
engine = create_engine("postgresql://db/plans")


# Keeps a client, and nothing that anybody reads.
@cached(TTLCache(maxsize=1, ttl=300))
def storage() -> Storage:
    return Storage("plans")


@app.get("/v1/plans/{plan_id}")  # <- finding
def one(plan_id: int):
    storage().touch(plan_id)
    with engine.connect() as connection:
        return connection.execute(text("select title from plans where id = :id"), {"id": plan_id}).scalar_one()
