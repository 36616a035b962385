# Only a run that says so goes without, and nobody says so by accident.
import os

from fastapi import Depends, FastAPI
from fastapi_jwt_auth import AuthJWT

app = FastAPI()
STAGE = os.environ.get("STAGE", "production")


def signed_in(tokens: AuthJWT = Depends()):
    if STAGE != "local":
        tokens.jwt_required()
    return tokens


@app.get("/api/plans")
async def plans(tokens: AuthJWT = Depends(signed_in)):
    return {"owner": tokens.get_jwt_subject()}
