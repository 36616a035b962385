import os

import httpx
from fastapi import FastAPI

KEY = os.environ["SUPABASE_SERVICE_ROLE_KEY"]
client = httpx.AsyncClient(base_url=os.environ["SUPABASE_URL"], headers={"apikey": KEY, "Authorization": f"Bearer {KEY}"})
app = FastAPI()


@app.get("/api/plans")
async def plans():
    return (await client.get("/rest/v1/plans", params={"select": "id"})).json()
