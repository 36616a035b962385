from fastapi import FastAPI
from sqlalchemy import create_engine

engine = create_engine("postgresql://db/plans")
app = FastAPI()  # <- finding


@app.get("/healthz")
def healthz():
    return {"status": "ok"}
