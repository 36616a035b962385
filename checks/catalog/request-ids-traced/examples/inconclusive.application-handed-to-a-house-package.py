# file: app.py
from acme_platform.flask_setup import init_app
from flask import Flask
from flask_sqlalchemy import SQLAlchemy

app = Flask(__name__)
db = SQLAlchemy()
# Logs, ids and headers may all come from there.
init_app(app, db=db)


@app.get("/plans")
def plans():
    app.logger.info("plans are asked for")
    return {"plans": []}

# file: requirements.txt
git+https://git.example/acme/platform-utils.git@1.4.0
flask==3.0.3
flask-sqlalchemy==3.1.1
