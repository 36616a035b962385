import os

import psycopg
from fastapi import FastAPI, HTTPException

app = FastAPI()


@app.get("/api/plans")
def plans(owner: str):
    sql = "select id, title from training_plans where owner = %s"
    try:
        with psycopg.connect(os.environ["DATABASE_URL"]) as connection:
            return {"plans": connection.execute(sql, [owner]).fetchall()}
    except psycopg.Error:
        raise HTTPException(500, detail=f"query failed: {sql}")  # <- finding
