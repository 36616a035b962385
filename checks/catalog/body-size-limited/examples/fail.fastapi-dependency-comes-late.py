from fastapi import Depends, FastAPI, HTTPException, Request


def limit(request: Request):
    if int(request.headers.get("content-length", 0)) > 100_000:
        raise HTTPException(status_code=413, detail="too large")


app = FastAPI()  # <- finding


# FastAPI has read the body by the time it asks a dependency.
@app.post("/api/plans", dependencies=[Depends(limit)])
async def make(body: dict):
    return body
