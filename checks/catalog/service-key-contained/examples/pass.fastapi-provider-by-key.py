# file: providers.py
import os


async def active_provider():
    return {"name": "openai", "model": "gpt-4", "api_key": os.getenv("OPENAI_API_KEY")}


def plans():
    key = os.environ["PLANS_API_KEY"]
    return len(key) > 0, {"count": 3}
# file: main.py
import logging

from fastapi import FastAPI

from providers import active_provider, plans

logger = logging.getLogger(__name__)
app = FastAPI()


@app.get("/api/plans")
async def all_plans():
    provider = await active_provider()
    ok, result = plans()
    logger.info("asked %s for %s, %s", provider.get("name"), provider["model"], ok)
    return result
