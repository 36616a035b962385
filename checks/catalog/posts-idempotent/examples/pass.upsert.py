from fastapi import FastAPI

from database import client

app = FastAPI()


@app.post("/orders")
def order(order_id: str, items: list[str], idempotency_key: str):
    known = client.table("orders").select("id").eq("key", idempotency_key).execute().data
    if known:
        return known[0]
    return client.table("orders").insert({"id": order_id, "items": items, "key": idempotency_key}).execute().data


@app.post("/profile")
def profile(user_id: str, name: str):
    return client.table("profiles").upsert({"user_id": user_id, "name": name}).execute().data
