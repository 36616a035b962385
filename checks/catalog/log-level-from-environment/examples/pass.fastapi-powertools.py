from aws_lambda_powertools import Logger
from fastapi import FastAPI
from mangum import Mangum

log = Logger()
app = FastAPI()


@app.get("/plans")
async def plans():
    log.info("plans asked for")
    return []


handler = Mangum(app)
