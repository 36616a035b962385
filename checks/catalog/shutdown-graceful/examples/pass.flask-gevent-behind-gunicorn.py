# file: Procfile
web: gunicorn --worker-class gevent app:app
# file: app.py
from flask import Flask
from gevent.pywsgi import WSGIServer

app = Flask(__name__)


@app.get("/plans")
def plans():
    return {"plans": []}


if __name__ == "__main__":
    WSGIServer(("0.0.0.0", 8000), app).serve_forever()
