from fastapi import FastAPI, HTTPException, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse

app = FastAPI(exception_handlers={})


@app.exception_handler(RequestValidationError)
async def on_validation_error(request: Request, exc: RequestValidationError):
    return JSONResponse({"detail": "Some fields are wrong."}, status_code=422)


@app.post("/api/plans")
async def make_plan(request: Request):
    try:
        return {"plan": await request.json()}
    except ValueError:
        raise HTTPException(
            400,
            detail={
                "error": "no JSON",
                "token": request.headers.get("authorization"),  # <- finding
            },
        )
