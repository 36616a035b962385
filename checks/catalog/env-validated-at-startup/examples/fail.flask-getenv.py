import os

from flask import Flask, jsonify
from openai import OpenAI

client = OpenAI(api_key=os.getenv("OPENAI_API_KEY", "missing"))
app = Flask(__name__)  # <- finding


@app.get("/models")
def models():
    return jsonify([model.id for model in client.models.list()])
