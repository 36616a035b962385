from jwt import decode
from starlette.applications import Starlette
from starlette.responses import JSONResponse
from starlette.routing import Route

NO_CHECKS = dict(verify_signature=False)


async def plans(request):
    token = request.headers["authorization"][7:]
    claims = decode(token, options=NO_CHECKS)  # <- finding
    return JSONResponse({"owner": claims["sub"]})


app = Starlette(routes=[Route("/api/plans", plans)])
