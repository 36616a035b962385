import os

import psycopg2
from fastapi import FastAPI

app = FastAPI()


@app.get("/api/plans")
def plans():
    connection = psycopg2.connect(os.environ["DATABASE_URL"])  # <- finding
    with connection.cursor() as cursor:
        cursor.execute("select id from plans")
        return cursor.fetchall()
