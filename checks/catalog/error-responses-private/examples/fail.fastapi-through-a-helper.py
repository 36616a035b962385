# file: core/problems.py
from fastapi.responses import JSONResponse


def problem(status: int, detail: str, **more):
    return JSONResponse({"status": status, "detail": detail, **more}, status_code=status)
# file: main.py
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError

from core.problems import problem

app = FastAPI()


@app.exception_handler(RequestValidationError)
async def on_validation_error(request: Request, exc: RequestValidationError):
    return problem(422, "Some fields are wrong.", received=exc.body)  # <- finding


@app.post("/api/plans")
async def make_plan(title: str):
    return {"title": title}
