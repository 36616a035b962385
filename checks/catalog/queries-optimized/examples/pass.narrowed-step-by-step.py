import os

from fastapi import FastAPI
from supabase import create_client

app = FastAPI()
supabase = create_client(os.environ["SUPABASE_URL"], os.environ["SUPABASE_ANON_KEY"])


@app.get("/plans")
def plans(goal: str | None = None, limit: int = 20):
    query = supabase.table("plans").select("id, title")
    if goal:
        query = query.eq("goal", goal)
    return query.limit(limit).execute().data
