from elasticsearch_dsl import Search
from fastapi import FastAPI

app = FastAPI()


@app.get("/api/tides/{station}")  # <- finding
def tides(station: str):
    found = Search(index="tides").query("term", station=station).extra(size=1).execute()
    return [each.to_dict() for each in found]
