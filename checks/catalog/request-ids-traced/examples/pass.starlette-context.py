import logging

from fastapi import FastAPI
from starlette_context import context, plugins
from starlette_context.middleware import RawContextMiddleware


class WithId(logging.Filter):
    def filter(self, record):
        record.request_id = context.get("X-Request-ID") if context.exists() else "-"
        return True


handler = logging.StreamHandler()
handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s [%(request_id)s] %(message)s"))
handler.addFilter(WithId())
logging.getLogger().addHandler(handler)

app = FastAPI()
app.add_middleware(RawContextMiddleware, plugins=(plugins.RequestIdPlugin(),))


@app.get("/v1/plans")
async def plans():
    return []
