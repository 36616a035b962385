from fastapi import FastAPI, HTTPException
from openai import AsyncOpenAI
from pydantic import BaseModel

app = FastAPI()
client = AsyncOpenAI()
recorded = []


class Training(BaseModel):
    goal: str
    circuits: list[str]


@app.post("/trainings")
async def trainings(training: Training):
    if len(training.circuits) > 6:
        raise HTTPException(status_code=422, detail="six circuits at most")
    try:
        answer = await client.responses.create(  # <- finding
            model="gpt-4o-mini",
            instructions="You write circuit training plans. Never train through pain: a circuit breaker is a pause of 90 s.",
            input=f"{training.goal}: {', '.join(training.circuits)}",
        )
    except Exception as error:
        recorded.append(training.circuits)
        raise HTTPException(status_code=502, detail="no plan today") from error
    return {"plan": answer.output_text}
