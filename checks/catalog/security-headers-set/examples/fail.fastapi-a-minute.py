from fastapi import FastAPI, Request

app = FastAPI()


@app.middleware("http")
async def headers(request: Request, call_next):  # <- finding
    response = await call_next(request)
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Strict-Transport-Security"] = "max-age=60"
    return response
