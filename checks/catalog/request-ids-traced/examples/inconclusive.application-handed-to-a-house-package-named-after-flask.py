# The name begins as that of the framework does, and is another.
# file: app.py
from flask import Flask
from flask_house import setup
from flask_sqlalchemy import SQLAlchemy

app = Flask(__name__)
db = SQLAlchemy()
setup.init_app(app)


@app.get("/plans")
def plans():
    app.logger.info("plans are asked for")
    return {"plans": []}

# file: requirements.txt
git+https://git.example/house/flask-setup.git@2.0.1
flask==3.0.3
flask-sqlalchemy==3.1.1
