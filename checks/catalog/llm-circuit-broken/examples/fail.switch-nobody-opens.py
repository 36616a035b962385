from fastapi import FastAPI, HTTPException
from openai import AsyncOpenAI

app = FastAPI()
client = AsyncOpenAI()
circuit_open = False


@app.post("/ask")
async def ask(text: str):
    if circuit_open:
        raise HTTPException(status_code=503)
    try:
        return await client.responses.create(model="gpt-4o-mini", input=text)  # <- finding
    except Exception as error:
        raise HTTPException(status_code=502) from error
