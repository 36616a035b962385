import os

from fastapi import FastAPI
from openai import AsyncOpenAI

app = FastAPI()


@app.post("/api/generate")
async def generate(prompt: str):
    client = AsyncOpenAI(api_key=os.environ["OPENAI_API_KEY"])  # <- finding
    return await client.responses.create(model="gpt-5", input=prompt)
