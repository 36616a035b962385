from fastapi import FastAPI, HTTPException, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import BaseModel, ValidationError

app = FastAPI()


class Plan(BaseModel):
    title: str


@app.exception_handler(RequestValidationError)
async def on_validation_error(request: Request, exc: RequestValidationError):
    return JSONResponse({"detail": "Some fields are wrong."}, status_code=422)


@app.post("/api/plans")
async def make_plan(request: Request):
    try:
        plan = Plan.model_validate(await request.json())
    except ValidationError as error:
        raise HTTPException(422, detail=error.errors(include_input=False, include_context=False, include_url=False))
    return {"title": plan.title}
