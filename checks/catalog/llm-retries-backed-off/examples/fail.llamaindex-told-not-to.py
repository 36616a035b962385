from fastapi import FastAPI
from llama_index.llms.openai import OpenAI

app = FastAPI()


@app.post("/ask")
async def ask(text: str):
    model = OpenAI(model="gpt-4o-mini", max_retries=0)  # <- finding
    return {"answer": str(await model.acomplete(text))}
