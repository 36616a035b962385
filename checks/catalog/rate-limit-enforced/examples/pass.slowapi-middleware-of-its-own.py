import os

from fastapi import FastAPI
from slowapi import Limiter
from slowapi.middleware import SlowAPIMiddleware
from slowapi.util import get_remote_address

limiter = Limiter(key_func=get_remote_address, default_limits=["100/minute"], storage_uri=os.environ["REDIS_URL"])


class CarefulSlowAPIMiddleware(SlowAPIMiddleware):
    async def dispatch(self, request, call_next):
        request.state.view_rate_limit = None
        return await super().dispatch(request, call_next)


app = FastAPI()
app.state.limiter = limiter
app.add_middleware(CarefulSlowAPIMiddleware)


@app.get("/plans")
def plans():
    return []
