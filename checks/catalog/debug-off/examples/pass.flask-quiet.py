from flask import Flask

app = Flask(__name__)


@app.get("/debug-off")
def debug():
    """A word in a path and in a text: debug=True."""
    return {"debug": "off"}
