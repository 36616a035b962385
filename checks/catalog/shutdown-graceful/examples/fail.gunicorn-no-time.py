from flask import Flask

app = Flask(__name__)
# file: Procfile
web: gunicorn --graceful-timeout 0 main:app # <- finding
