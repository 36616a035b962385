from fastapi import Depends, FastAPI
from openai import AsyncOpenAI

from quota import check_quota

app = FastAPI()
client = AsyncOpenAI()


@app.post("/ask", dependencies=[Depends(check_quota)])
async def ask(text: str):
    return await client.chat.completions.create(model="gpt-4o-mini", messages=[{"role": "user", "content": text}])  # <- finding
