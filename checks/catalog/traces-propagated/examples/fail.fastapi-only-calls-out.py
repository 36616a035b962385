import httpx
from fastapi import FastAPI
from opentelemetry import trace
from opentelemetry.instrumentation.httpx import HTTPXClientInstrumentor
from opentelemetry.sdk.trace import TracerProvider

trace.set_tracer_provider(TracerProvider())  # <- finding
HTTPXClientInstrumentor().instrument()
app = FastAPI()


@app.get("/v1/weather")
async def weather():
    async with httpx.AsyncClient(timeout=2) as client:
        return (await client.get("https://api.example.com/weather")).json()
