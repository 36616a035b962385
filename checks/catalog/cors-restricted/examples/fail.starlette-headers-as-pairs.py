from starlette.applications import Starlette
from starlette.responses import JSONResponse
from starlette.routing import Route


async def plans(request):
    return JSONResponse({"plans": []})


def with_headers(application):
    async def wrapped(scope, receive, send):
        async def answer(message):
            if message["type"] == "http.response.start":
                message["headers"] = [
                    *message["headers"],
                    (b"access-control-allow-origin", b"*"),  # <- finding
                    (b"access-control-max-age", b"600"),
                ]
            await send(message)

        await application(scope, receive, answer)

    return wrapped


names_taken_out = ["access-control-allow-origin", "vary"]
app = with_headers(Starlette(routes=[Route("/api/plans", plans)]))
