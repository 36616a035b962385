import ddtrace.auto
import requests
from flask import Flask

app = Flask(__name__)


@app.route("/")
def root():
    return requests.get("https://api.example.com", timeout=3).text
