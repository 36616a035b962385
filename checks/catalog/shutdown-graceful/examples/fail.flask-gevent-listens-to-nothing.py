from flask import Flask
from gevent.pywsgi import WSGIServer

app = Flask(__name__)


@app.get("/plans")
def plans():
    return {"plans": []}


if __name__ == "__main__":
    server = WSGIServer(("0.0.0.0", 8000), app)  # <- finding
    server.serve_forever()
