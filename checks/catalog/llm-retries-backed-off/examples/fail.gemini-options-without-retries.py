from fastapi import FastAPI
from google import genai
from google.genai import types

app = FastAPI()
client = genai.Client(http_options=types.HttpOptions(timeout=20_000))


@app.post("/ask")
async def ask(text: str):
    answer = await client.aio.models.generate_content(model="gemini-2.5-flash", contents=text)  # <- finding
    return {"answer": answer.text}
