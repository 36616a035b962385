import time

from fastapi import FastAPI, Request
from prometheus_client import Histogram, make_asgi_app

duration = Histogram("http_request_duration_seconds", "Duration", ["method", "route", "status"])
app = FastAPI()
metrics_app = make_asgi_app()
app.mount("/metrics", metrics_app)


@app.middleware("http")
async def measure(request: Request, call_next):
    started = time.perf_counter()
    response = await call_next(request)
    route = request.scope.get("route")
    duration.labels(request.method, getattr(route, "path", "none"), response.status_code).observe(time.perf_counter() - started)
    return response
