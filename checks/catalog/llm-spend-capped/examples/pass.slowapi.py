from fastapi import FastAPI, Request
from openai import AsyncOpenAI
from slowapi import Limiter

from auth import user_of

app = FastAPI()
client = AsyncOpenAI()
limiter = Limiter(key_func=user_of)


@app.post("/ask")
@limiter.limit("20/hour")
async def ask(request: Request, text: str):
    return await client.responses.create(model="gpt-4o-mini", max_output_tokens=400, input=text)
