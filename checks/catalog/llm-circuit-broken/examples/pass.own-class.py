import time

from fastapi import FastAPI, HTTPException
from openai import AsyncOpenAI

app = FastAPI()


class Coach:
    def __init__(self):
        self.client = AsyncOpenAI()
        self.failures = 0
        self.open_until = 0.0

    async def ask(self, text: str):
        if time.monotonic() < self.open_until:
            raise HTTPException(status_code=503)
        try:
            answer = await self.client.responses.create(model="gpt-4o-mini", input=text)
        except Exception:
            self.failures += 1
            if self.failures >= 5:
                self.open_until = time.monotonic() + 30
            raise
        self.failures = 0
        return answer


coach = Coach()


@app.post("/ask")
async def ask(text: str):
    return await coach.ask(text)
