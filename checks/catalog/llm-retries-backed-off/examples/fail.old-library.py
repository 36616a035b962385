import openai
from flask import Flask, request

app = Flask(__name__)


@app.post("/ask")
def ask():
    return openai.ChatCompletion.create(model="gpt-3.5-turbo", messages=request.json)  # <- finding
