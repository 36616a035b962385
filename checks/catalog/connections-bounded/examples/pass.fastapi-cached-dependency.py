import os
from functools import lru_cache

from fastapi import Depends, FastAPI
from supabase import create_client


@lru_cache
def database():
    return create_client(os.environ["SUPABASE_URL"], os.environ["SUPABASE_KEY"])


app = FastAPI()


@app.get("/api/plans")
def plans(db=Depends(database)):
    return db.table("plans").select("id").execute().data
