# file: settings.py
from pydantic_settings import BaseSettings


class Settings(BaseSettings):
    supabase_url: str
    supabase_service_role_key: str = "sb_secret_nobodysKeyOpensNothing00"  # <- finding


settings = Settings()
# file: main.py
from fastapi import FastAPI
from supabase import create_client

from settings import settings

supabase = create_client(settings.supabase_url, settings.supabase_service_role_key)
app = FastAPI()


@app.get("/api/plans")
def plans():
    return supabase.table("plans").select("id").limit(10).execute().data
