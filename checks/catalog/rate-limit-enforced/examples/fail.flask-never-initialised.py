from flask import Flask
from flask_limiter import Limiter
from flask_limiter.util import get_remote_address

limiter = Limiter(get_remote_address, default_limits=["100 per minute"])  # <- finding
app = Flask(__name__)


@app.post("/api/generate")
def generate():
    return {}
