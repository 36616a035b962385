from flask import Flask
from flask_sslify import SSLify

app = Flask(__name__)  # <- finding
SSLify(app)


@app.route("/plans")
def plans():
    return []
