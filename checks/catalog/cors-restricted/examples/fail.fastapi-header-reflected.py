from fastapi import FastAPI, Request

app = FastAPI()


@app.middleware("http")
async def open_door(request: Request, call_next):
    response = await call_next(request)
    origin = request.headers.get("origin", "")
    response.headers["Access-Control-Allow-Origin"] = origin  # <- finding
    response.headers["Access-Control-Allow-Credentials"] = "true"
    return response


@app.get("/api/plans")
async def plans():
    return {"plans": []}
