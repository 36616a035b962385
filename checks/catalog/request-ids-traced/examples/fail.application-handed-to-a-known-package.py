# file: app.py
from flask import Flask
from flask_migrate import Migrate
from flask_sqlalchemy import SQLAlchemy

app = Flask(__name__)  # <- finding
db = SQLAlchemy()
db.init_app(app)
Migrate().init_app(app, db)


@app.get("/plans")
def plans():
    app.logger.info("plans are asked for")
    return {"plans": []}

# file: requirements.txt
flask==3.0.3
flask-migrate
flask-sqlalchemy==3.1.1
