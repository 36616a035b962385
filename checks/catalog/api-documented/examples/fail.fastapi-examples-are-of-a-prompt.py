from fastapi import FastAPI
from openai import AsyncOpenAI
from pydantic import BaseModel

app = FastAPI(title="Plans")  # <- finding
client = AsyncOpenAI()
PROMPT = {"task": "Name a plan.", "examples": [{"input": "run", "output": "Marathon"}]}


class Wish(BaseModel):
    text: str


@app.post("/v1/plans", summary="Name a plan")
async def name(wish: Wish):
    answer = await client.responses.create(model="gpt-5-mini", instructions=str(PROMPT), input=wish.text, max_output_tokens=50)
    return {"name": answer.output_text}
