import asyncio
import os

import aioredis
import openai
from fastapi import FastAPI, Request
from langchain.chat_models import init_chat_model
from langchain.embeddings import OpenAIEmbeddings

app = FastAPI()


@app.middleware("http")
async def limit_time(request: Request, call_next):
    return await asyncio.wait_for(call_next(request), timeout=20)


async def get_store():
    return await aioredis.from_url(os.environ["REDIS_URL"], decode_responses=True)  # <- finding


@app.get("/api/pictures")
async def picture(words: str):
    store = await get_store()
    if await store.get(words):
        return None
    return openai.Image.create(prompt=words, n=1)["data"][0]["url"]  # <- finding


@app.get("/api/answers")
def answer(words: str):
    vectors = OpenAIEmbeddings()  # <- finding
    model = init_chat_model("gpt-4o", timeout=10)
    return [vectors.embed_query(words), model.invoke(words).content]
