import asyncio
import os

from fastapi import FastAPI, Request
from supabase import ClientOptions, create_client

options = ClientOptions(postgrest_client_timeout=5, storage_client_timeout=5)
supabase = create_client(os.environ["SUPABASE_URL"], os.environ["SUPABASE_ANON_KEY"], options=options)
app = FastAPI()


@app.middleware("http")
async def limit_time(request: Request, call_next):
    return await asyncio.wait_for(call_next(request), timeout=20)


@app.get("/api/plans")
def plans():
    return supabase.table("plans").select("id").limit(10).execute().data
