import os

from fastapi import FastAPI
from openai import OpenAI

client = OpenAI(api_key=os.getenv("OPENAI_API_KEY", "sk-proj-nobodys-key-opens-nothing-at-all"), timeout=20)  # <- finding
app = FastAPI()


@app.get("/api/models")
def models():
    return [model.id for model in client.models.list()]
