import os

import jwt
from fastapi import FastAPI, Header

app = FastAPI()


@app.get("/api/plans")
async def plans(authorization: str = Header()):
    options = {"verify_exp": True}
    options["verify_signature"] = False
    claims = jwt.decode(authorization[7:], os.environ["JWT_SECRET"], algorithms=["HS256"], options=options)  # <- finding
    return {"owner": claims["sub"]}
