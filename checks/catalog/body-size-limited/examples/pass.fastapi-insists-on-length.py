from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse

app = FastAPI()


@app.middleware("http")
async def limit(request: Request, call_next):
    declared = request.headers.get("content-length")
    if declared is None and request.method in ("POST", "PUT", "PATCH"):
        return JSONResponse({"detail": "say how long it is"}, status_code=411)
    if declared is not None and int(declared) > 100_000:
        return JSONResponse({"detail": "too large"}, status_code=413)
    return await call_next(request)


@app.post("/api/plans")
async def make(body: dict):
    return body
