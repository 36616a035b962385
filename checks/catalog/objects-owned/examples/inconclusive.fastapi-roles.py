from fastapi import Depends, FastAPI

from auth import require_permission
from accounts import accounts

app = FastAPI()


@app.delete("/accounts/{account_id}", dependencies=[Depends(require_permission("accounts:delete"))])
def remove(account_id: str, user=Depends(require_permission("accounts:read"))):
    accounts.delete(account_id)
