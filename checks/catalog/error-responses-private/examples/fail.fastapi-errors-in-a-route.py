from fastapi import FastAPI, HTTPException, Request
from pydantic import BaseModel, ValidationError

app = FastAPI()


class Plan(BaseModel):
    title: str


@app.post("/api/plans")
async def make_plan(request: Request):
    try:
        plan = Plan.model_validate(await request.json())
    except ValidationError as error:
        raise HTTPException(422, detail=error.errors())  # <- finding
    return {"title": plan.title}
