import stripe
from fastapi import FastAPI

app = FastAPI()


@app.post("/pay")  # <- finding
def pay(amount: int):
    return stripe.PaymentIntent.create(amount=amount, currency="eur")
