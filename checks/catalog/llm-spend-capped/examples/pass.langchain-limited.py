from fastapi import FastAPI
from langchain_openai import ChatOpenAI

from credits import spend_credits

app = FastAPI()


@app.post("/ask")
async def ask(text: str, user_id: str):
    await spend_credits(user_id, 1)
    model = ChatOpenAI(model="gpt-4o-mini", max_tokens=300)
    return await model.ainvoke(text)
