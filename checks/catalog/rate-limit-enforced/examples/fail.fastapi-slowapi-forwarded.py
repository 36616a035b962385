from fastapi import FastAPI, Request
from slowapi import Limiter
from slowapi.middleware import SlowAPIMiddleware


def client(request: Request) -> str:
    return request.headers.get("X-Forwarded-For", request.client.host).split(",")[0]


limiter = Limiter(
    key_func=client,  # <- finding
    default_limits=["100/minute"],
)
app = FastAPI()
app.state.limiter = limiter
app.add_middleware(SlowAPIMiddleware)


@app.post("/api/generate")
async def generate():
    return {}
