import os

from flask import Flask, jsonify

PLACEHOLDER = "sk-your-openai-api-key-goes-here"
OPENAI_API_KEY = os.environ["OPENAI_API_KEY"]
if OPENAI_API_KEY == PLACEHOLDER:
    raise RuntimeError("OPENAI_API_KEY must be set to a real key")
app = Flask(__name__)


@app.get("/")
def root():
    return jsonify(configured=bool(OPENAI_API_KEY))
