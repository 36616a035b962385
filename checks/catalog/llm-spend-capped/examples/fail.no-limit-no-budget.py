from fastapi import FastAPI
from openai import AsyncOpenAI

app = FastAPI()
client = AsyncOpenAI()


@app.post("/ask")
async def ask(text: str):
    # max_output_tokens=400
    return await client.responses.create(model="gpt-4o-mini", input=text)  # <- finding
