from fastapi import FastAPI
from pydantic import BaseModel, Field

app = FastAPI(title="Plans", description="Training plans.")


class Plan(BaseModel):
    name: str = Field(..., description="Its name.", examples=["Marathon"])


@app.post("/plans", summary="Make a plan")
def make(plan: Plan):
    return plan
