from fastapi import Depends, FastAPI
from openai import AsyncOpenAI

from auth import current_user
from budget import reserve_tokens

app = FastAPI()
client = AsyncOpenAI()


@app.post("/ask")
async def ask(text: str, user=Depends(current_user)):
    await reserve_tokens(user.id, 2_000)
    return await client.responses.create(model="gpt-4o-mini", max_output_tokens=400, input=text)
