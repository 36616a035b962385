import jwt
from fastapi import Depends, FastAPI
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer

app = FastAPI()
bearer = HTTPBearer()


@app.get("/api/plans")
async def plans(credentials: HTTPAuthorizationCredentials = Depends(bearer)):
    claims = jwt.decode(credentials.credentials, verify=False)  # <- finding
    return {"owner": claims.get("sub")}
