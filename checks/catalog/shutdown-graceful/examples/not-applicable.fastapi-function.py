# A platform calls it once per request: no server of its own is there to stop.
from fastapi import FastAPI
from mangum import Mangum

app = FastAPI()


@app.post("/plans")
async def plans(plan: dict):
    return plan


handler = Mangum(app)
