import os

from fastapi import FastAPI
from pydantic import BaseModel, Field

is_production = os.environ.get("ENVIRONMENT", "production") == "production"
app = FastAPI(  # <- finding
    openapi_url=None if is_production else "/openapi.json",
)


class NewPlan(BaseModel):
    name: str = Field(examples=["Marathon"])


@app.post("/v1/plans")
async def make(plan: NewPlan):
    return plan
