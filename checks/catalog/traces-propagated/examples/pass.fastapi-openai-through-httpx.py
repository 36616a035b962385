from fastapi import FastAPI
from openai import AsyncOpenAI
from opentelemetry import trace
from opentelemetry.instrumentation.fastapi import FastAPIInstrumentor
from opentelemetry.instrumentation.httpx import HTTPXClientInstrumentor
from opentelemetry.sdk.trace import TracerProvider

trace.set_tracer_provider(TracerProvider())
HTTPXClientInstrumentor().instrument()
client = AsyncOpenAI()


def create_app():
    app = FastAPI()

    @app.post("/v1/coach")
    async def coach(question: str):
        answer = await client.responses.create(model="gpt-5-mini", input=question, max_output_tokens=200)
        return {"answer": answer.output_text}

    FastAPIInstrumentor().instrument_app(app)
    return app


app = create_app()
