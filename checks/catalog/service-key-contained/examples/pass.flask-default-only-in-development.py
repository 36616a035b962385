import os

from flask import Flask

app = Flask(__name__)
if os.getenv("FLASK_ENV") == "development":
    app.secret_key = os.getenv("SECRET_KEY", "anybody may know this one")
else:
    app.secret_key = os.environ["SECRET_KEY"]


@app.get("/")
def root():
    return {"status": "ok"}
