from fastapi import FastAPI
from openai import OpenAI

app = FastAPI()
client = OpenAI()


@app.post("/similar")
def similar(text: str):
    return client.embeddings.create(model="text-embedding-3-small", input=text)
