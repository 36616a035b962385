from importlib.metadata import entry_points

from fastapi import FastAPI
from pydantic_settings import BaseSettings


class TokenSettings(BaseSettings):
    signing_key: str
    issuer_url: str


def create_app():
    settings_classes = {point.load() for point in entry_points(group="tides.settings")}
    made = [settings_class() for settings_class in settings_classes]
    app = FastAPI()
    app.state.settings = made
    return app


app = create_app()


@app.get("/api/tides")
def tides():
    return []
