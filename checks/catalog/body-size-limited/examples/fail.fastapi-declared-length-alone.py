from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse

app = FastAPI()


@app.middleware("http")
async def limit(request: Request, call_next):  # <- finding
    if int(request.headers.get("content-length", 0)) > 100_000:
        return JSONResponse({"detail": "too large"}, status_code=413)
    return await call_next(request)


@app.post("/api/plans")
async def make(body: dict):
    return body
