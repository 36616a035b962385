import uuid

from fastapi import FastAPI, Request

app = FastAPI()


@app.middleware("http")
async def give_id(request: Request, call_next):
    response = await call_next(request)
    response.headers["X-Request-ID"] = str(uuid.uuid4())  # <- finding
    return response
