from fastapi import FastAPI
from llama_index.llms.openai import OpenAI

from credits import spend_credits

app = FastAPI()


@app.post("/ask")
async def ask(text: str, user_id: str):
    await spend_credits(user_id, 1)
    model = OpenAI(model="gpt-4o-mini", max_tokens=300)
    return {"answer": str(await model.acomplete(text))}
