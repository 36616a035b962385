# The rows of the plan are deleted before the ones that were sent are put in.
import os

from fastapi import FastAPI
from supabase import create_client

client = create_client(os.environ["SUPABASE_URL"], os.environ["SUPABASE_KEY"])
app = FastAPI()


@app.post("/plans/{plan}/weeks")
def set_weeks(plan: str, weeks: list[str]):
    client.table("plan_weeks").delete().eq("plan", plan).execute()
    client.table("plan_weeks").insert([{"plan": plan, "title": each} for each in weeks]).execute()
    return {"weeks": weeks}
