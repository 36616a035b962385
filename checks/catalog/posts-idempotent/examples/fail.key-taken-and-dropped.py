import logging

from fastapi import FastAPI, Header

from database import client

app = FastAPI()


@app.post("/orders")  # <- finding
def order(items: list[str], idempotency_key: str = Header()):
    logging.info("order with key %s", idempotency_key)
    return client.table("orders").insert({"items": items}).execute().data
