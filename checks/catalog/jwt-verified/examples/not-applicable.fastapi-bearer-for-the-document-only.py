from fastapi import Depends, FastAPI, HTTPException, Request
from fastapi.security.http import HTTPBearer
from starlette.authentication import AuthCredentials, AuthenticationBackend, AuthenticationError, SimpleUser
from starlette.middleware.authentication import AuthenticationMiddleware

TOKENS = {}


class KeptTokens(AuthenticationBackend):
    async def authenticate(self, conn):
        scheme, _, value = conn.headers.get("Authorization", "").partition(" ")
        if scheme.lower() != "bearer":
            return None
        if value not in TOKENS:
            raise AuthenticationError()
        return AuthCredentials(["authenticated"]), SimpleUser(TOKENS[value])


class WhoAsks(AuthenticationMiddleware):
    pass


class SignedIn:
    def __call__(self, request: Request, _=Depends(HTTPBearer(auto_error=False))):
        if not request.user.is_authenticated:
            raise HTTPException(401)


app = FastAPI()
app.add_middleware(WhoAsks, backend=KeptTokens())


@app.get("/plans", dependencies=[Depends(SignedIn())])
async def plans():
    return []
