import stripe
from fastapi import FastAPI, Header

app = FastAPI()


@app.post("/pay")
def pay(amount: int, idempotency_key: str = Header()):
    return stripe.PaymentIntent.create(amount=amount, currency="eur", idempotency_key=idempotency_key)
