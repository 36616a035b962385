"""psycopg2.connect() per request would be a mistake."""
from fastapi import FastAPI

app = FastAPI()


@app.get("/api/plans")
def plans():
    return []
