from fastapi import FastAPI
from llama_index.core.agent import ReActAgent
from llama_index.llms.openai import OpenAI

from credits import spend_credits

app = FastAPI()


@app.post("/ask")
async def ask(text: str, user_id: str):
    await spend_credits(user_id, 1)
    model = OpenAI(model="gpt-4o-mini", temperature=0)  # <- finding
    agent = ReActAgent.from_tools([], llm=model)
    return {"answer": str(await agent.achat(text))}
