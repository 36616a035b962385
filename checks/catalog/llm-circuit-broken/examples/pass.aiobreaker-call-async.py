# file: main.py
from datetime import timedelta

import aiobreaker
from fastapi import FastAPI, HTTPException

from llm import complete

app = FastAPI()
breaker = aiobreaker.CircuitBreaker(fail_max=5, timeout_duration=timedelta(seconds=60))


@app.post("/ask")
async def ask(text: str):
    try:
        return {"answer": await breaker.call_async(complete, text)}
    except aiobreaker.CircuitBreakerError as error:
        raise HTTPException(status_code=503, headers={"Retry-After": "60"}) from error
# file: llm.py
from litellm import acompletion


async def complete(text: str) -> str:
    answer = await acompletion(model="anthropic/claude-sonnet-4-5", messages=[{"role": "user", "content": text}], timeout=20)
    return answer.choices[0].message.content
