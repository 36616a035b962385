import pprint as pp

from fastapi import FastAPI

app = FastAPI()


@app.get("/api/plans")
async def plans():
    found = {"plans": []}
    pp.pprint(found)  # <- finding
    return found
