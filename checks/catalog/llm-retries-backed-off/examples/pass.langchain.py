from fastapi import FastAPI
from langchain_openai import ChatOpenAI

app = FastAPI()
model = ChatOpenAI(model="gpt-4o-mini", timeout=20)


@app.post("/ask")
async def ask(text: str):
    return await model.ainvoke(text)
