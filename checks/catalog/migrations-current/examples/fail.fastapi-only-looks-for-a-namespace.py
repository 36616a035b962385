import os

from fastapi import FastAPI
from sqlalchemy import create_engine, text

engine = create_engine(os.environ["DATABASE_URL"])


def verify_schemas_exist(names):
    with engine.connect() as connection:
        rows = connection.execute(text("SELECT schema_name FROM information_schema.schemata WHERE schema_name = ANY(:names)"), {"names": names})
        found = {row[0] for row in rows}
    if found != set(names):
        raise ValueError("a schema is missing")


verify_schemas_exist(["plans"])
app = FastAPI()  # <- finding


@app.get("/plans")
def plans():
    with engine.connect() as connection:
        return [dict(row._mapping) for row in connection.execute(text("SELECT id, title FROM plans.plans LIMIT 50"))]
