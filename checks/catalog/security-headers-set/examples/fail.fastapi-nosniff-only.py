from fastapi import FastAPI, Request

app = FastAPI()  # <- finding


@app.middleware("http")
async def headers(request: Request, call_next):
    response = await call_next(request)
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response
