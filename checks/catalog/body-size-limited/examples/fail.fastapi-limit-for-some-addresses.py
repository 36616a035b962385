# Uploads are counted; every other address that takes a body reads whatever comes.
import re

from fastapi import FastAPI, Request
from starlette.responses import JSONResponse


class UploadLimit:
    def __init__(self, app, *, max_size: int, paths: list[re.Pattern]):
        self.app = app
        self.max_size = max_size
        self.paths = paths

    async def __call__(self, scope, receive, send):
        if scope["type"] != "http" or not any(path.match(scope["path"]) for path in self.paths):
            return await self.app(scope, receive, send)
        seen = 0

        async def counted():
            nonlocal seen
            message = await receive()
            seen += len(message.get("body", b""))
            if seen > self.max_size:
                await JSONResponse({"detail": "too large"}, status_code=413)(scope, receive, send)
            return message

        await self.app(scope, counted, send)


app = FastAPI()
app.add_middleware(UploadLimit, max_size=10_000_000, paths=[re.compile(r"^/uploads")])  # <- finding


@app.post("/uploads")
async def upload(request: Request):
    return {"size": len(await request.body())}


@app.post("/plans")
async def add(plan: dict):
    return plan
