# A platform calls it once per request, and ends it after its own time.
from fastapi import FastAPI
from mangum import Mangum

app = FastAPI()


@app.post("/plans")
async def plans(plan: dict):
    return plan


handler = Mangum(app)
