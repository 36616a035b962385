import httpx
from fastapi import FastAPI, Request

app = FastAPI()


@app.middleware("http")
async def continue_trace(request: Request, call_next):
    request.state.trace = request.headers.get("traceparent")
    return await call_next(request)


@app.get("/")
def root(request: Request):
    return httpx.get("https://api.example.com", timeout=3, headers={"traceparent": request.state.trace}).json()
