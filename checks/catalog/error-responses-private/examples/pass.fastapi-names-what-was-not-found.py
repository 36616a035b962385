from fastapi import FastAPI, HTTPException, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import BaseModel


class Wish(BaseModel):
    model: str
    prompt: str


app = FastAPI()


@app.exception_handler(RequestValidationError)
async def on_validation_error(request: Request, exc: RequestValidationError):
    return JSONResponse({"detail": "Some fields are wrong.", "requestId": request.headers.get("x-request-id")}, status_code=422)


@app.post("/api/owners/{owner_id}/plans")
async def make_plan(owner_id: str, wish: Wish):
    try:
        return {"plan": {"small": 1}[wish.model]}
    except KeyError:
        raise HTTPException(404, detail=f"{owner_id} may not use {wish.model}")
