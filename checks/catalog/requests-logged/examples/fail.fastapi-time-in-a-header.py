import time

from fastapi import FastAPI, Request

app = FastAPI()  # <- finding


@app.middleware("http")
async def add_process_time_header(request: Request, call_next):
    """As in the tutorial: the client is told, and no log is."""
    start_time = time.perf_counter()
    response = await call_next(request)
    process_time = time.perf_counter() - start_time
    # logger.info("%s %s %s %s %s", request_id, request.method, request.url.path, response.status_code, process_time)
    response.headers["X-Process-Time"] = str(process_time)
    return response


@app.get("/v1/plans")
async def plans():
    return []
