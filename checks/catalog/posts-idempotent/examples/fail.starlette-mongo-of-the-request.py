import os
import uuid

from motor.motor_asyncio import AsyncIOMotorClient
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

client = AsyncIOMotorClient(os.environ["MONGO_URL"])


class DatabaseMiddleware:
    def __init__(self, app):
        self.app = app

    async def __call__(self, scope, receive, send):
        Request(scope).state.db = client["plans"]
        await self.app(scope, receive, send)


async def create(request: Request):
    data = await request.json()
    plan = {"_id": str(uuid.uuid4()), "title": data["title"]}
    await request.state.db.plans.insert_one(plan)
    return JSONResponse(plan, status_code=201)


app = Starlette(
    routes=[Route("/plans", create, methods=["POST"])],  # <- finding
    middleware=[Middleware(DatabaseMiddleware)],
)
