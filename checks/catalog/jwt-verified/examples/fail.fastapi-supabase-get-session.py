import os

from fastapi import FastAPI, HTTPException
from supabase import create_client

supabase = create_client(os.environ["SUPABASE_URL"], os.environ["SUPABASE_ANON_KEY"])
app = FastAPI()


@app.get("/api/plans")
def plans():
    session = supabase.auth.get_session()  # <- finding
    if session is None:
        raise HTTPException(401)
    return {"owner": session.user.id}
