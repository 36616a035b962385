from fastapi import FastAPI
from fastapi.middleware.cors import CORSMiddleware
from tortoise import fields
from tortoise.models import Model

app = FastAPI()
app.add_middleware(CORSMiddleware, allow_origins=["https://plans.example"], allow_headers=["Authorization", "Idempotency-Key"])


class Order(Model):
    id = fields.IntField(primary_key=True)
    item = fields.TextField()


@app.post("/orders", status_code=201)  # <- finding
async def order(item: str):
    """Idempotent: send an Idempotency-Key."""
    created = await Order.create(item=item)
    return {"id": created.id}
