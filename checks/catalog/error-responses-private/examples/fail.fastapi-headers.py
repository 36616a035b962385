from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse

app = FastAPI()


@app.exception_handler(Exception)
async def on_error(request: Request, exc: Exception):
    content = {"detail": "Something went wrong.", "request": {"headers": dict(request.headers)}}  # <- finding
    return JSONResponse(content, status_code=500)


@app.get("/api/plans")
async def plans():
    return {"plans": []}
