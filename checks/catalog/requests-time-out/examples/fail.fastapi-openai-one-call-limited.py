import asyncio

from fastapi import FastAPI, Request
from openai import AsyncOpenAI

client = AsyncOpenAI()  # <- finding
app = FastAPI()


@app.middleware("http")
async def limit_time(request: Request, call_next):
    return await asyncio.wait_for(call_next(request), timeout=40)


@app.get("/api/tip")
async def tip():
    answer = await client.chat.completions.create(model="gpt-4", messages=[{"role": "user", "content": "A tip."}], timeout=20)
    return {"tip": answer.choices[0].message.content}


@app.get("/api/plan")
async def plan():
    answer = await client.chat.completions.create(model="gpt-4", messages=[{"role": "user", "content": "A plan."}])
    return {"plan": answer.choices[0].message.content}
