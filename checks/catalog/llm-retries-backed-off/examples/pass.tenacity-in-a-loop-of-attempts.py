from anthropic import AsyncAnthropic, RateLimitError
from fastapi import FastAPI
from tenacity import AsyncRetrying, retry_if_exception_type, stop_after_attempt, wait_exponential_jitter

app = FastAPI()
client = AsyncAnthropic(max_retries=0)


@app.post("/ask")
async def ask(text: str):
    async for attempt in AsyncRetrying(
        retry=retry_if_exception_type(RateLimitError), wait=wait_exponential_jitter(initial=0.5, max=10), stop=stop_after_attempt(4), reraise=True
    ):
        with attempt:
            answer = await client.messages.create(model="claude-sonnet-4-5", max_tokens=300, messages=[{"role": "user", "content": text}])
    return {"answer": answer.content[0].text}
