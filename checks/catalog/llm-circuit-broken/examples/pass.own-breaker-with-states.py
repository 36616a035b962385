# file: main.py
from typing import Annotated

from fastapi import Depends, FastAPI

from coach import Coach, coach_of_the_app

app = FastAPI()


@app.post("/ask")
async def ask(text: str, coach: Annotated[Coach, Depends(coach_of_the_app)]):
    return {"answer": await coach.ask(text)}
# file: coach.py
from openai import AsyncOpenAI

from resilience import CircuitBreaker


class Coach:
    def __init__(self) -> None:
        self._client = AsyncOpenAI(timeout=20)
        self._breaker = CircuitBreaker(threshold=5, rest_seconds=30)

    async def ask(self, text: str) -> str:
        return await self._breaker.call(self._ask, text)

    async def _ask(self, text: str) -> str:
        answer = await self._client.responses.create(model="gpt-4o-mini", input=text)
        return answer.output_text


coach = Coach()


def coach_of_the_app() -> Coach:
    return coach
# file: resilience.py
import time
from enum import Enum


class State(Enum):
    CLOSED = "closed"
    OPEN = "open"
    HALF_OPEN = "half-open"


class CircuitOpenError(Exception):
    pass


class CircuitBreaker:
    def __init__(self, threshold: int, rest_seconds: float) -> None:
        self.threshold = threshold
        self.rest_seconds = rest_seconds
        self.state = State.CLOSED
        self.count = 0
        self.opened_at = 0.0

    async def call(self, function, *args):
        if self.state is State.OPEN:
            if time.monotonic() - self.opened_at < self.rest_seconds:
                raise CircuitOpenError
            self.state = State.HALF_OPEN
        try:
            result = await function(*args)
        except Exception:
            self._on_failure()
            raise
        self._on_success()
        return result

    def _on_failure(self) -> None:
        self.count += 1
        if self.state is State.HALF_OPEN or self.count >= self.threshold:
            self.state = State.OPEN
            self.opened_at = time.monotonic()

    def _on_success(self) -> None:
        self.count = 0
        self.state = State.CLOSED
