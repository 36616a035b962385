from fastapi import FastAPI, HTTPException
from pydantic import BaseModel


class Login(BaseModel):
    email: str
    password: str


app = FastAPI()  # <- finding


@app.post("/api/login")
async def login(given: Login):
    raise HTTPException(401, detail="Wrong email or password.")


# file: requirements.txt
fastapi==0.115.0
pydantic>=2.7,<3
