from opentelemetry import trace
from opentelemetry.instrumentation.asgi import OpenTelemetryMiddleware
from opentelemetry.sdk.trace import TracerProvider
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import JSONResponse
from starlette.routing import Route

trace.set_tracer_provider(TracerProvider())


async def plans(request):
    return JSONResponse([])


app = Starlette(routes=[Route("/v1/plans", plans)], middleware=[Middleware(OpenTelemetryMiddleware)])
