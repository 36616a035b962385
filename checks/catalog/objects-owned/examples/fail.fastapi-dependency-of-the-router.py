from fastapi import APIRouter, Depends, FastAPI

from auth import require_user
from store import store

router = APIRouter(dependencies=[Depends(require_user)])


@router.delete("/accounts/{account_id}")  # <- finding
async def remove(account_id: str):
    await store.remove_account(account_id)


app = FastAPI()
app.include_router(router, prefix="/v1")
