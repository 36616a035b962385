# Whoever runs it without saying that this is production lets everybody in.
import os

from fastapi import Depends, FastAPI
from fastapi_jwt_auth import AuthJWT

app = FastAPI()


def stage_of(name: str, default: str) -> str:
    return os.environ.get(name, default)


def signed_in(tokens: AuthJWT = Depends()):
    stage = stage_of("STAGE", "LOCAL")
    if stage == "PROD":  # <- finding
        tokens.jwt_required()
    return tokens


@app.get("/api/plans")
async def plans(tokens: AuthJWT = Depends(signed_in)):
    return {"owner": tokens.get_jwt_subject()}
