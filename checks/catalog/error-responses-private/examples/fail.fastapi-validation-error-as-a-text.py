from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import BaseModel


class Login(BaseModel):
    email: str
    password: str


# Made a text, the error lists every rejected value as `input`.
async def on_invalid(_: Request, error: RequestValidationError) -> JSONResponse:
    return JSONResponse({"code": 422, "msg": f"The input is not valid: {error}"}, status_code=422)  # <- finding


app = FastAPI()
app.add_exception_handler(RequestValidationError, on_invalid)


@app.post("/api/login")
async def login(given: Login):
    return {"email": given.email}
