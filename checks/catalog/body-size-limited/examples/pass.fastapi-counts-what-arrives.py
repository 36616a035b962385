from fastapi import FastAPI
from fastapi.responses import JSONResponse


class LimitBody:
    def __init__(self, app, most: int):
        self.app = app
        self.most = most

    async def __call__(self, scope, receive, send):
        if scope["type"] != "http":
            return await self.app(scope, receive, send)
        seen = 0
        body = b""
        more_body = True
        while more_body:
            message = await receive()
            body += message.get("body", b"")
            seen = len(body)
            more_body = message.get("more_body", False)
            if seen > self.most:
                return await JSONResponse({"detail": "too large"}, status_code=413)(scope, receive, send)

        async def replay():
            return {"type": "http.request", "body": body, "more_body": False}

        await self.app(scope, replay, send)


app = FastAPI()
app.add_middleware(LimitBody, most=100_000)


@app.post("/api/plans")
async def make(body: dict):
    return body
