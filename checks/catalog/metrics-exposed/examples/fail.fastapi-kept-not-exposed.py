from fastapi import FastAPI, Request
from prometheus_client import Counter

requests_total = Counter("http_requests_total", "Requests", ["method", "route"])  # <- finding
app = FastAPI()


@app.middleware("http")
async def count(request: Request, call_next):
    response = await call_next(request)
    requests_total.labels(request.method, request.scope["route"].path).inc()
    return response
