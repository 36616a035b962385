# file: Dockerfile
FROM python:3.12-slim
COPY . /app
WORKDIR /app
CMD ["gunicorn", "plans:create_app()", "--bind", "0.0.0.0:8000"]
# file: plans.py
from flask import Flask


def create_app():
    app = Flask(__name__)

    @app.get("/plans")
    def plans():
        return []

    return app
# file: serve.py
from plans import create_app

app = create_app()
app.run(debug=True, port=4000)
