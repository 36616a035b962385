"""Nobody who brings a token may register; no token is ever taken for anything."""
from fastapi import FastAPI, HTTPException, Request

app = FastAPI()


@app.post("/register")
async def register(request: Request):
    if request.headers.get("Authorization"):
        raise HTTPException(400, "You are signed in already.")
    return {"registered": True}
