from fastapi import Depends, FastAPI
from openai import AsyncOpenAI

from quota import check_quota

app = FastAPI()
client = AsyncOpenAI()


@app.get("/usage", dependencies=[Depends(check_quota)])
def usage():
    return {}


@app.post("/ask")
async def ask(text: str):
    return await client.responses.create(model="gpt-4o-mini", max_output_tokens=300, input=text)  # <- finding
