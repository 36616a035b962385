# file: shop/__init__.py
# file: shop/defaults.py
DEBUG = False
# file: shop/settings.py
import os


def setting(name, default=None, config=None):
    if name in os.environ:
        return os.environ[name].lower() in ("1", "true")
    return config.get(name, default)


def load(app):
    app.config.from_object("shop.defaults")
    app.config["DEBUG"] = setting("DEBUG", default=True, config=app.config)
# file: app.py
from flask import Flask

from shop.settings import load

app = Flask(__name__)
load(app)


@app.get("/plans")
def plans():
    return {"plans": []}
