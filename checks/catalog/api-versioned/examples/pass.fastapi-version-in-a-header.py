from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse

app = FastAPI()


@app.middleware("http")
async def choose(request: Request, call_next):
    version = request.headers.get("X-API-Version", "1")
    if version not in {"1", "2"}:
        return JSONResponse({"detail": "There is no such version."}, status_code=400)
    request.state.version = int(version)
    response = await call_next(request)
    response.headers["X-API-Version"] = version
    return response


@app.get("/plans")
async def plans(request: Request):
    return [] if request.state.version == 1 else {"plans": []}
