from flask import Flask

app = Flask(__name__)
API_VERSION = "v1"


@app.get("/plans")  # <- finding
def plans():
    return {"version": API_VERSION}
