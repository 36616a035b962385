# A field of that name holds what a service found, and is empty here.
from fastapi import FastAPI
from pydantic import BaseModel


class Column(BaseModel):
    name: str
    examples: list = []


app = FastAPI(title="Columns", description="Columns and what stands in them.")  # <- finding


@app.get("/api/columns", summary="All columns", description="Lists the columns.")
async def columns() -> list[Column]:
    return []
