# file: Procfile
web: gunicorn main:app
# file: scripts/run-test.sh
#!/bin/sh
docker run -d --name plans-test-db postgres:16
alembic upgrade head
pytest
# file: main.py
from flask import Flask
from sqlalchemy import create_engine, text

engine = create_engine("postgresql://db/plans")
app = Flask(__name__)  # <- finding


@app.get("/api/plans")
def plans():
    with engine.connect() as connection:
        return {"plans": [name for (name,) in connection.execute(text("SELECT name FROM plans LIMIT 10"))]}
