from flask import Flask, request
from openai import OpenAI

app = Flask(__name__)
client = OpenAI()


@app.post("/ask")
def ask():
    answer = client.chat.completions.create(model="gpt-4o-mini", max_tokens=300, messages=request.json)  # <- finding
    return answer.choices[0].message.content
