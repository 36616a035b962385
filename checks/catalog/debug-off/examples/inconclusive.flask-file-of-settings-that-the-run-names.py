import os

from flask import Flask

app = Flask(__name__)
app.config.from_pyfile(os.environ["SHOP_SETTINGS"])


@app.get("/plans")
def plans():
    return {"plans": []}
