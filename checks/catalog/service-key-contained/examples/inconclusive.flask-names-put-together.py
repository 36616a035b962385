import json
from os import getenv

from flask import Flask


def text_of(name, default=""):
    return getenv(name, default)


with open("/etc/bots/bots.json") as file:
    bots = {bot: text_of(f"CREDENTIALS_OAUTH_TOKEN_{bot.upper()}") for bot in json.load(file)}
app = Flask(__name__)


@app.get("/bots")
def names():
    return {"bots": "ready"}
