from fastapi import FastAPI, Request

app = FastAPI()


@app.middleware("http")
async def tell(request: Request, call_next):
    response = await call_next(request)
    response.headers["X-API-Version"] = "1.4.0"
    return response


@app.get("/plans")  # <- finding
async def plans():
    return []
