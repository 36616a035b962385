import httpx
from fastapi import FastAPI, HTTPException

app = FastAPI()


@app.get("/api/plans")
async def plans():
    try:
        async with httpx.AsyncClient(timeout=5) as client:
            return (await client.get("http://127.0.0.1:4000/plans")).json()
    except httpx.HTTPError as error:
        print("upstream failed:", error, flush=True)  # <- finding
        raise HTTPException(502, "Something went wrong.")
