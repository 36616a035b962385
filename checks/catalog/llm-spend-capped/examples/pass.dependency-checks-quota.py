from anthropic import AsyncAnthropic
from fastapi import Depends, FastAPI

from quota import within_quota

app = FastAPI()
client = AsyncAnthropic()


@app.post("/ask", dependencies=[Depends(within_quota)])
async def ask(text: str):
    return await client.messages.create(model="claude-sonnet-4-5", max_tokens=300, messages=[{"role": "user", "content": text}])
