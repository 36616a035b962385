import time

from fastapi import FastAPI, Request
from prometheus_client import Histogram, make_asgi_app

duration = Histogram("http_request_duration_seconds", "Duration", ["method", "path"])
app = FastAPI()
app.mount("/metrics", make_asgi_app())


@app.middleware("http")
async def measure(request: Request, call_next):
    started = time.perf_counter()
    response = await call_next(request)
    duration.labels(request.method, request.url.path).observe(time.perf_counter() - started)  # <- finding
    return response
