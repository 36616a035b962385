from fastapi import FastAPI, HTTPException, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse

app = FastAPI()


@app.exception_handler(RequestValidationError)
async def on_validation_error(request: Request, exc: RequestValidationError):
    return JSONResponse({"detail": "Some fields are wrong."}, status_code=422)


@app.get("/api/plans/{plan_id}")
async def plan(plan_id: int):
    try:
        return {"plan": {1: "first"}[plan_id]}
    except KeyError:
        raise HTTPException(404, detail="There is no such plan.")
