from opentelemetry.instrumentation.asgi import OpenTelemetryMiddleware
from starlette.applications import Starlette
from starlette.responses import JSONResponse
from starlette.routing import Route


async def plans(request):
    return JSONResponse([])


app = Starlette(routes=[Route("/v1/plans", plans)])  # <- finding
# app.add_middleware(OpenTelemetryMiddleware)
