import logging
import os

import jwt
from fastapi import FastAPI, Header, HTTPException

logger = logging.getLogger(__name__)
app = FastAPI()


@app.get("/api/plans")
async def plans(authorization: str = Header()):
    token = authorization[7:]
    try:
        claims = jwt.decode(token, os.environ["JWT_SECRET"], algorithms=["HS256"])
    except jwt.ExpiredSignatureError:
        stale = jwt.decode(token, options={"verify_signature": False})
        logger.info("expired at %s", stale.get("exp"))
        raise HTTPException(401)
    return {"owner": claims["sub"]}
