import os

import jwt
from starlette.applications import Starlette
from starlette.authentication import AuthCredentials, AuthenticationBackend, AuthenticationError, SimpleUser
from starlette.middleware import Middleware
from starlette.middleware.authentication import AuthenticationMiddleware
from starlette.responses import JSONResponse


def refused(request, error):
    return JSONResponse({"error": "sign in again"}, status_code=401)


class TokenBackend(AuthenticationBackend):
    async def authenticate(self, request):
        token = request.cookies.get("token")
        if token is None:
            return None
        try:
            claims = jwt.decode(token, os.environ["JWT_KEY"], algorithms=["HS256"])
        except jwt.InvalidTokenError as error:
            raise AuthenticationError(str(error))
        return AuthCredentials(["authenticated"]), SimpleUser(claims["sub"])


app = Starlette(middleware=[Middleware(AuthenticationMiddleware, backend=TokenBackend(), on_error=refused)])
