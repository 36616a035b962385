# Where nobody sets another, everybody knows the password.
import os
import secrets

from fastapi import Depends, FastAPI, HTTPException
from fastapi.security import HTTPBasic, HTTPBasicCredentials

app = FastAPI()
PASSWORD = os.getenv("ADMIN_PASSWORD", "admin")  # <- finding
STORE_PASSWORD = os.getenv("STORE_PASSWORD", "plans")


def signed_in(given: HTTPBasicCredentials = Depends(HTTPBasic())):
    if not secrets.compare_digest(given.password.encode(), f"{PASSWORD}".encode("utf8")):
        raise HTTPException(401)


@app.get("/api/plans", dependencies=[Depends(signed_in)])
def plans():
    return []
