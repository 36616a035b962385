# It leaves SIGTERM to Python, which ends at once; only an interruption lets open requests finish.
from flask import Flask
from waitress import serve

app = Flask(__name__)
serve(app, port=8000)  # <- finding
