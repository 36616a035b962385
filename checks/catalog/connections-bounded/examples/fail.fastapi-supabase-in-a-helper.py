import os

from fastapi import FastAPI
from supabase import create_client

app = FastAPI()


def database():
    return create_client(os.environ["SUPABASE_URL"], os.environ["SUPABASE_KEY"])  # <- finding


@app.get("/api/plans")
def plans():
    return database().table("plans").select("id").execute().data
