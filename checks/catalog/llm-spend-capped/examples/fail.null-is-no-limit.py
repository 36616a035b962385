from fastapi import Depends, FastAPI
from openai import AsyncOpenAI

from quota import require_quota

app = FastAPI()
client = AsyncOpenAI()


@app.post("/ask", dependencies=[Depends(require_quota)])
async def ask(text: str):
    return await client.responses.create(model="gpt-4o-mini", input=text, max_output_tokens=None)  # <- finding
