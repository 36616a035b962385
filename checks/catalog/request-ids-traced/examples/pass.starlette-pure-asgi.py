import uuid

import structlog
from starlette.applications import Starlette
from starlette.datastructures import MutableHeaders


class RequestId:
    def __init__(self, app):
        self.app = app

    async def __call__(self, scope, receive, send):
        request_id = str(uuid.uuid4())
        structlog.contextvars.bind_contextvars(request_id=request_id)

        async def answer(message):
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).append("X-Request-ID", request_id)
            await send(message)

        await self.app(scope, receive, answer)


app = Starlette()
app.add_middleware(RequestId)
