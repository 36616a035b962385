import asyncio

from hypercorn.asyncio import serve
from hypercorn.config import Config
from quart import Quart

app = Quart(__name__)
asyncio.run(serve(app, Config()))
