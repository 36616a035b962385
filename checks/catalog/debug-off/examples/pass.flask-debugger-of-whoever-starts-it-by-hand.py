# file: Dockerfile
FROM python:3.12-slim
COPY . .
CMD ["gunicorn", "wsgi:app", "--timeout", "15"]
# file: wsgi.py
from server import create_app

app = create_app()
# file: server.py
from flask import Flask


def create_app():
    app = Flask(__name__)
    app.add_url_rule("/plans", "plans", lambda: {"plans": []})
    return app


def serve_here():
    app = create_app()
    app.debug = True
    app.run(debug=True, port=5000)


if __name__ == "__main__":
    serve_here()
