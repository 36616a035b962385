from pprint import pprint

from fastapi import FastAPI

app = FastAPI()


@app.get("/api/plans")
async def plans():
    found = {"plans": []}
    pprint(found)  # <- finding
    return found
