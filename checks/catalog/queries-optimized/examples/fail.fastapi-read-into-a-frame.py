import pandas
from fastapi import FastAPI
from sqlalchemy import create_engine, text

engine = create_engine("sqlite:///plans.sqlite")
app = FastAPI()


@app.get("/api/plans")
def plans():
    query = "SELECT * FROM plans WHERE owner = 1"
    return pandas.read_sql_query(text(query), engine).to_dict()  # <- finding
