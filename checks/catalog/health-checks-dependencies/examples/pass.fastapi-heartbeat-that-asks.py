# The one health route is called a heartbeat, and asks the database before it says that all is well.
from fastapi import FastAPI
from sqlalchemy import create_engine, text

engine = create_engine("postgresql+psycopg://plans@db/plans")
app = FastAPI()


@app.get("/__heartbeat__")
def heartbeat():
    with engine.connect() as connection:
        connection.execute(text("select 1"))
    return {"database": "up"}
