"""Earlier this returned exc.errors() and exc.body, and with them what the user had typed."""
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse

app = FastAPI()


@app.exception_handler(RequestValidationError)
async def on_validation_error(request: Request, exc: RequestValidationError):
    errors = [{"path": error["loc"], "type": error["type"]} for error in exc.errors()]
    return JSONResponse({"detail": "Some fields are wrong.", "errors": errors}, status_code=422)


@app.post("/api/plans")
async def make_plan(title: str):
    return {"title": title}
