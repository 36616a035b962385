import os

from fastapi import FastAPI, Header, HTTPException
from supabase import create_client

supabase = create_client(os.environ["SUPABASE_URL"], os.environ["SUPABASE_ANON_KEY"])
app = FastAPI()


@app.get("/api/plans")
def plans(authorization: str = Header()):
    answer = supabase.auth.get_user(authorization[7:])
    if answer is None:
        raise HTTPException(401)
    return {"owner": answer.user.id}
