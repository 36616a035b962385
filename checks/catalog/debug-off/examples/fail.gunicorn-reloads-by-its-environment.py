# file: app.py
from flask import Flask

app = Flask(__name__)


@app.get("/plans")
def plans():
    return {"plans": []}

# file: entrypoint.sh
#!/bin/sh
# <- finding below
export GUNICORN_CMD_ARGS="--reload --workers=4 --bind=0.0.0.0:8000"
exec gunicorn app:app
