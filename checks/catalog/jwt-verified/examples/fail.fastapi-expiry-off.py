import os

import jwt
from fastapi import FastAPI, Header

app = FastAPI()


@app.get("/api/plans")
async def plans(authorization: str = Header()):
    claims = jwt.decode(  # <- finding
        authorization[7:],
        os.environ["JWT_SECRET"],
        algorithms=["HS256"],
        options={"verify_exp": False},
    )
    return {"owner": claims["sub"]}
