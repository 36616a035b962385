from fastapi import APIRouter, FastAPI

app = FastAPI(title="Plans v1", version="v1", openapi_url="/v1/openapi.json")
router = APIRouter(prefix="/plans", tags=["v1"])


@router.get("/{plan_id}")  # <- finding
async def plan(plan_id: str, version: int = 1):
    return {"id": plan_id, "version": version}


app.include_router(router)
