import os

from fastapi import FastAPI
from supabase import create_client


class DatabaseService:
    def __init__(self):
        self.url = os.environ["SUPABASE_URL"]
        self.key = os.environ["SUPABASE_SERVICE_ROLE_KEY"]
        self.client = create_client(self.url, self.key)

    def plans(self):
        try:
            return self.client.table("plans").select("id").limit(10).execute().data
        except Exception as error:
            raise RuntimeError(f"could not read plans with key {self.key}") from error  # <- finding


service = DatabaseService()
app = FastAPI()


@app.get("/api/plans")
def plans():
    return service.plans()
