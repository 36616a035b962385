from fastapi import FastAPI
from pydantic_ai import Agent

coach = Agent("openai:gpt-5-mini", system_prompt="You answer in one sentence.")
app = FastAPI()


@app.post("/ask")
async def ask(question: str) -> dict[str, str]:
    result = await coach.run(question)  # <- finding
    return {"answer": result.output}
