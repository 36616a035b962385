from fastapi import FastAPI, Request
from openai import AsyncOpenAI
from slowapi import Limiter, _rate_limit_exceeded_handler
from slowapi.errors import RateLimitExceeded
from slowapi.util import get_remote_address

limiter = Limiter(key_func=get_remote_address)
app = FastAPI()
app.state.limiter = limiter
app.add_exception_handler(RateLimitExceeded, _rate_limit_exceeded_handler)
client = AsyncOpenAI()


@app.post("/ask")
async def ask(request: Request, text: str):
    """At most ten requests a minute (rate limit, quota)."""
    answer = await client.responses.create(model="gpt-4o-mini", input=text, max_output_tokens=500)  # <- finding
    return {"answer": answer.output_text}
