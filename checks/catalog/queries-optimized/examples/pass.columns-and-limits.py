from fastapi import FastAPI
from supabase import create_client

from settings import settings

app = FastAPI()
client = create_client(settings.url, settings.key)


@app.get("/plans")
def plans(user_id: str):
    # client.table("plans").select("*").execute()
    return client.table("plans").select("id, title").eq("user_id", user_id).limit(50).execute().data
