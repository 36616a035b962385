import os

from flask import Flask

app = Flask(__name__)
app.config["DEBUG"] = os.environ.get("DEBUG", "0") == "1"
app.config.from_envvar("SHOP_SETTINGS", silent=True)


@app.get("/plans")
def plans():
    return {"plans": []}
