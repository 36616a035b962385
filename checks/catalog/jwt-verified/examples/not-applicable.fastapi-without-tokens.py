"""Public data. Nobody calls jwt.decode(token, options={"verify_signature": False}) here."""
from fastapi import FastAPI

app = FastAPI()


@app.get("/exercises/{name}")
async def exercise(name: bytes):
    return {"name": name.decode("utf-8")}
