import traceback

from fastapi import FastAPI, HTTPException

app = FastAPI()


@app.get("/api/plans")
async def plans():
    try:
        return {"plans": [1 // 0]}
    except ZeroDivisionError:
        raise HTTPException(status_code=500, detail=traceback.format_exc())  # <- finding
