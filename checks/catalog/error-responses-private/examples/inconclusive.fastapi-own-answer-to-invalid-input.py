from fastapi import FastAPI, HTTPException
from pydantic import BaseModel


class Login(BaseModel):
    email: str
    password: str


app = FastAPI()


@app.post("/api/login")
async def login(given: Login):
    raise HTTPException(401, detail="Wrong email or password.")
