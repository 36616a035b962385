import uuid

import stripe
from fastapi import FastAPI

app = FastAPI()


@app.post("/payments")  # <- finding
async def pay(amount: int):
    return stripe.PaymentIntent.create(amount=amount, currency="eur", idempotency_key=str(uuid.uuid4()))
