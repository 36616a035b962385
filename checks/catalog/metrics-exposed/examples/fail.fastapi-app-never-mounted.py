from fastapi import FastAPI, Request
from prometheus_client import Histogram, make_asgi_app

duration = Histogram("http_request_duration_seconds", "Duration", ["method", "route"])  # <- finding
metrics_app = make_asgi_app()
app = FastAPI()


@app.middleware("http")
async def measure(request: Request, call_next):
    with duration.labels(request.method, "all").time():
        return await call_next(request)
