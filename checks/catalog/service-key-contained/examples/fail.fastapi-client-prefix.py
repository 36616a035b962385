import os

from fastapi import FastAPI
from supabase import create_client

supabase = create_client(os.environ["SUPABASE_URL"], os.environ["EXPO_PUBLIC_SUPABASE_SERVICE_ROLE_KEY"])  # <- finding
app = FastAPI()


@app.get("/api/plans")
def plans():
    return supabase.table("plans").select("id").limit(10).execute().data
