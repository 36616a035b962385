import elasticsearch
from fastapi import FastAPI
from pydantic import BaseModel

app = FastAPI()


class Fault(BaseModel):
    title: str
    description: str


class Faults(BaseModel):
    errors: list[Fault]


class Found(BaseModel):
    hits: list[str]


def look(query) -> Faults | Found:
    errors = []
    try:
        hits = query.execute()
    except elasticsearch.ApiError as failed:
        errors.append(Fault(title="index", description=str(failed)))
        return Faults(errors=errors)
    return Found(hits=hits)


@app.get("/api/tides")
def search(q: str):
    result = look(q)
    return result  # <- finding
