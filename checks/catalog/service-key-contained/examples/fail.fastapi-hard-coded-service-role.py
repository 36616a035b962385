import os

from fastapi import FastAPI
from supabase import create_client

SERVICE_KEY = "eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiJ9.eyJyb2xlIjoic2VydmljZV9yb2xlIiwicmVmIjoibm9ib2R5c3Byb2plY3QiLCJub3RlIjoiYmVsb25ncyB0byBub2JvZHkifQ.no-signature-this-key-opens-nothing"  # <- finding
supabase = create_client(os.environ["SUPABASE_URL"], SERVICE_KEY)
app = FastAPI()


@app.get("/api/plans")
def plans():
    return supabase.table("plans").select("id").limit(10).execute().data
