import os

from fastapi import FastAPI
from supabase import create_client

# The anon key is public by design.
ANON_KEY = os.getenv("SUPABASE_ANON_KEY", "eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiJ9.eyJyb2xlIjoiYW5vbiIsInJlZiI6Im5vYm9keXNwcm9qZWN0Iiwibm90ZSI6ImJlbG9uZ3MgdG8gbm9ib2R5In0.no-signature-this-key-opens-nothing")
supabase = create_client(os.environ["SUPABASE_URL"], ANON_KEY)
admin = create_client(os.environ["SUPABASE_URL"], os.environ["SUPABASE_SERVICE_ROLE_KEY"])
app = FastAPI()


@app.get("/api/config")
def config():
    return {"anon_key": ANON_KEY}


@app.delete("/api/plans/{plan_id}")
def delete_plan(plan_id: int):
    return admin.table("plans").delete().eq("id", plan_id).execute().data
