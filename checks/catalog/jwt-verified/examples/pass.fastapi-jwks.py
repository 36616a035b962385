import jwt
from fastapi import FastAPI, Header
from jwt import PyJWKClient

keys = PyJWKClient("https://login.example.com/.well-known/jwks.json", timeout=5)
app = FastAPI()


@app.get("/api/plans")
async def plans(authorization: str = Header()):
    token = authorization[7:]
    key = keys.get_signing_key_from_jwt(token)
    claims = jwt.decode(token, key.key, algorithms=["ES256"], audience="authenticated", issuer="https://login.example.com")
    return {"owner": claims["sub"]}
