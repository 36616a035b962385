from fastapi import FastAPI
from supabase import create_client

from settings import settings

app = FastAPI()
client = create_client(settings.url, settings.key)


@app.get("/plans/{plan_id}")
def plan(plan_id: int):
    return client.table("plans").select("*").eq("id", plan_id).execute().data  # <- finding
