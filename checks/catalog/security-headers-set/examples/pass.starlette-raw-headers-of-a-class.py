from fastapi import FastAPI


class Protecting:
    _ALWAYS = [
        (b"x-content-type-options", b"nosniff"),
        (b"strict-transport-security", b"max-age=31536000; includeSubDomains"),
    ]

    def __init__(self, app):
        self.app = app

    async def __call__(self, scope, receive, send):
        added = self._ALWAYS + [(b"referrer-policy", b"no-referrer")]

        async def answer(message):
            if message["type"] == "http.response.start":
                message = {**message, "headers": [*message.get("headers", []), *added]}
            await send(message)

        await self.app(scope, receive, answer)


app = FastAPI()
app.add_middleware(Protecting)
