import os

from fastapi import FastAPI
from openai import AsyncOpenAI


class Coach:
    def __init__(self):
        self.client = AsyncOpenAI(api_key=os.environ["OPENAI_API_KEY"])

    async def answer(self, prompt: str):
        return await self.client.responses.create(model="gpt-5", input=prompt)


coach = Coach()
app = FastAPI()


@app.post("/api/generate")
async def generate(prompt: str):
    return await coach.answer(prompt)
