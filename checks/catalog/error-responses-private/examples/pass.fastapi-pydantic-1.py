from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import BaseModel


class Login(BaseModel):
    email: str
    password: str


app = FastAPI()


@app.exception_handler(RequestValidationError)
async def invalid(_: Request, error: RequestValidationError):
    return JSONResponse({"errors": error.errors()}, status_code=422)


@app.post("/api/login")
async def login(given: Login):
    return {"email": given.email}


# file: pyproject.toml
[tool.poetry.dependencies]
python = "^3.9"
fastapi = "^0.79"
pydantic = { version = "^1.9", extras = ["email"] }
