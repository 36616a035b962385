import os

from elasticsearch import AsyncElasticsearch
from fastapi import FastAPI

app = FastAPI()
elastic = AsyncElasticsearch(os.environ["ELASTIC_URL"])


@app.get("/plans")  # <- finding
async def plans(title: str):
    found = await elastic.search(index="plans", query={"match": {"title": title}})
    return [each["_source"] for each in found["hits"]["hits"]]
