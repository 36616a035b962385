from fastapi import FastAPI
from pydantic import BaseModel, Field

app = FastAPI(title="Plans")  # <- finding


class Plan(BaseModel):
    name: str = Field(..., description="What the user calls it, for example Marathon")


@app.post("/plans")
def make(plan: Plan):
    """Makes a plan."""
    return plan
