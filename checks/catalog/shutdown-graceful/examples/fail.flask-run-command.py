from flask import Flask

app = Flask(__name__)
# file: Procfile
web: flask run --host 0.0.0.0 # <- finding
