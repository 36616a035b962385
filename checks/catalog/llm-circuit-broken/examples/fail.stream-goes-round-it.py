# file: main.py
from fastapi import FastAPI
from fastapi.responses import StreamingResponse

from coach import Coach

app = FastAPI()
coach = Coach()


@app.post("/ask")
async def ask(text: str):
    return {"answer": await coach.complete(text)}


@app.post("/ask/stream")
async def ask_stream(text: str):
    return StreamingResponse(coach.stream(text), media_type="text/event-stream")
# file: coach.py
from anthropic import AsyncAnthropic
from circuitbreaker import CircuitBreaker

breaker = CircuitBreaker(failure_threshold=5, recovery_timeout=30)


class Coach:
    def __init__(self) -> None:
        self.client = AsyncAnthropic()

    @breaker
    async def complete(self, text: str) -> str:
        answer = await self.client.messages.create(
            model="claude-sonnet-4-5", max_tokens=400, messages=[{"role": "user", "content": text}]
        )
        return answer.content[0].text

    async def stream(self, text: str):
        async with self.client.messages.stream(  # <- finding
            model="claude-sonnet-4-5", max_tokens=400, messages=[{"role": "user", "content": text}]
        ) as answer:
            async for part in answer.text_stream:
                yield f"data: {part}\n\n"
