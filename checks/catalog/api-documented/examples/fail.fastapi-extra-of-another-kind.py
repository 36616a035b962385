# What is said of the field beside its type is no example.
from fastapi import FastAPI
from pydantic import BaseModel, Field


class Plan(BaseModel):
    """What somebody means to do."""

    name: str = Field(description="What it is called", json_schema_extra={"can_be_changed": True})


app = FastAPI(title="Plans", description="Plans and their days.")  # <- finding


@app.post("/api/plans", summary="Make a plan", description="Makes a plan.")
async def make(plan: Plan) -> Plan:
    return plan
