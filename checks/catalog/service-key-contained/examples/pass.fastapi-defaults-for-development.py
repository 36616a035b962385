import os

from fastapi import FastAPI

# Nothing opens with these: a local model server that asks for some key, and a word that says so.
model_key = os.getenv("MODEL_API_KEY", "not-needed-here")
other_key = os.getenv("OTHER_API_KEY", "dev-only-key")
service_key = os.environ["SUPABASE_SERVICE_ROLE_KEY"]
app = FastAPI()


@app.get("/")
async def root():
    return {"configured": bool(service_key)}
