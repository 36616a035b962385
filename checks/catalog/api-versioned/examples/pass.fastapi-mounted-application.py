from fastapi import FastAPI

app = FastAPI()
v1 = FastAPI(title="Plans")


@v1.get("/plans")
async def plans():
    return []


@v1.delete("/plans/{plan_id}", status_code=204)
async def drop(plan_id: str):
    return None


@app.get("/healthz")
async def healthz():
    return {"status": "ok"}


app.mount("/api/v1", v1)
