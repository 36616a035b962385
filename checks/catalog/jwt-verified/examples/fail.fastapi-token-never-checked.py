from fastapi import FastAPI
from pydantic import BaseModel

app = FastAPI()


class PlanRequest(BaseModel):
    user_id: str
    jwt_token: str


@app.post("/api/plans")
async def make_plan(request: PlanRequest):  # <- finding
    return {"owner": request.user_id}
