import logging
import os

from fastapi import FastAPI
from supabase import create_client

logger = logging.getLogger(__name__)
SERVICE_KEY = os.environ["SUPABASE_SERVICE_ROLE_KEY"]
supabase = create_client(os.environ["SUPABASE_URL"], SERVICE_KEY)
logger.info("SUPABASE_SERVICE_ROLE_KEY is set: %s", bool(SERVICE_KEY))
app = FastAPI()


@app.get("/api/plans")
def plans():
    return supabase.table("plans").select("id").limit(10).execute().data
