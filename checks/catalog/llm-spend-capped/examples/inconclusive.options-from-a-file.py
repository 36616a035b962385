import json
from pathlib import Path

from fastapi import Depends, FastAPI
from openai import AsyncOpenAI

from quota import require_quota

OPTIONS = json.loads(Path("model.json").read_text())
app = FastAPI()
client = AsyncOpenAI()


@app.post("/ask", dependencies=[Depends(require_quota)])
async def ask(text: str):
    answer = await client.responses.create(input=text, **OPTIONS)
    return {"answer": answer.output_text}
