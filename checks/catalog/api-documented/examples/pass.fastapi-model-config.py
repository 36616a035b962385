from fastapi import APIRouter, FastAPI
from pydantic import BaseModel, ConfigDict

router = APIRouter(prefix="/v1/plans", tags=["plans"])


class NewPlan(BaseModel):
    model_config = ConfigDict(json_schema_extra={"examples": [{"name": "Marathon", "weeks": 12}]})

    name: str
    weeks: int


@router.post("", summary="Make a plan", responses={409: {"description": "There is one of that name."}})
async def make(plan: NewPlan) -> NewPlan:
    return plan


app = FastAPI(title="Plans")
app.include_router(router)
