from contextlib import asynccontextmanager

from aerich import Command
from fastapi import FastAPI
from tortoise.contrib.fastapi import RegisterTortoise

from settings import TORTOISE_ORM


@asynccontextmanager
async def lifespan(app: FastAPI):
    command = Command(tortoise_config=TORTOISE_ORM, app="models")
    await command.init()
    await command.upgrade(run_in_transaction=True)
    async with RegisterTortoise(app, config=TORTOISE_ORM):
        yield


app = FastAPI(lifespan=lifespan)
