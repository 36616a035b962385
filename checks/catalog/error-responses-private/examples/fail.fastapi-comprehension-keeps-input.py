from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse

app = FastAPI()


@app.exception_handler(RequestValidationError)
async def on_validation_error(request: Request, exc: RequestValidationError):
    errors = [{"path": error["loc"], "given": error["input"]} for error in exc.errors()]
    return JSONResponse({"detail": "Some fields are wrong.", "errors": errors}, status_code=422)  # <- finding


@app.post("/api/plans")
async def make_plan(title: str):
    return {"title": title}
