from fastapi import FastAPI
from tortoise.contrib.fastapi import register_tortoise

app = FastAPI()
register_tortoise(app, db_url="postgres://db/plans", modules={"models": ["models"]}, generate_schemas=True)  # <- finding
