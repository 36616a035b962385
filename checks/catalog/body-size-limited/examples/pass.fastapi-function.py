# A platform calls it once per request, with no more than it takes itself.
from fastapi import FastAPI
from mangum import Mangum

app = FastAPI()


@app.post("/plans")
async def plans(plan: dict):
    return plan


handler = Mangum(app)
