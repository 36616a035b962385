import os

from dynaconf import Dynaconf, Validator
from fastapi import FastAPI

settings = Dynaconf(envvar_prefix="PLANS", settings_files=["settings.toml"])
settings.validators.register(Validator("store.url", must_exist=True))
settings.validators.validate()

app = FastAPI()


@app.get("/api/plans")
async def plans():
    return {"key": bool(settings.store.key or os.environ.get("PLANS_STORE__API_KEY"))}
