import os

from fastapi import Depends, FastAPI, Header, HTTPException
from jwcrypto import jwk, jwt
from jwcrypto.common import JWException

KEY = jwk.JWK.from_json(os.environ["ACCESS_TOKEN_KEY"])
app = FastAPI()


def current_user(authorization: str = Header()):
    try:
        token = jwt.JWT(jwt=authorization.removeprefix("Bearer "), algs=["RS256"], key=KEY)
    except (JWException, ValueError):
        raise HTTPException(status_code=401, headers={"WWW-Authenticate": "Bearer"})
    return token.claims


@app.get("/plans")
def plans(user: str = Depends(current_user)):
    return {"user": user}
