import asyncio
import os

from fastapi import FastAPI, Request
from sqlalchemy import create_engine
from sqlalchemy.ext.asyncio import create_async_engine
from sqlalchemy.pool import StaticPool


class Settings:
    STORE = os.getenv("STORE", "server")
    HOST = os.getenv("DATABASE_HOST", "127.0.0.1")

    @property
    def url(self) -> str:
        if self.STORE == "memory":
            return "sqlite://"
        return f"postgresql://{self.HOST}/plans"


settings = Settings()


def make_engine():
    url = settings.url
    if url == "sqlite://":
        return create_engine(url, connect_args={"check_same_thread": False}, poolclass=StaticPool)
    return create_engine(url)  # <- finding


engine = make_engine()
reader = create_async_engine(  # <- finding
    os.environ["READER_URL"], connect_args={"server_settings": {"application_name": "plans"}}
)
writer = create_async_engine(
    os.environ["WRITER_URL"], connect_args={"server_settings": {"statement_timeout": "5000"}}
)
app = FastAPI()


@app.middleware("http")
async def limit_time(request: Request, call_next):
    return await asyncio.wait_for(call_next(request), timeout=20)
