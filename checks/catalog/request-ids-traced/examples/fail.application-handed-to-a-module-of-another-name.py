# A known package may bring modules that are called otherwise.
# file: app.py
import socketio
from flask import Flask
from playhouse.flask_utils import FlaskDB

app = Flask(__name__)  # <- finding
db = FlaskDB()
db.init_app(app)
sockets = socketio.Server()
socketio.middleware.register_app(app, sockets)


@app.get("/plans")
def plans():
    app.logger.info("plans are asked for")
    return {"plans": []}

# file: requirements.txt
flask==3.0.3
peewee==3.17.0
python-socketio==5.11.2
