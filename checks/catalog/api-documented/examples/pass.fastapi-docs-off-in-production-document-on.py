from fastapi import Body, FastAPI

app = FastAPI(docs_url=None, redoc_url=None)


@app.post("/plans")
def make(plan: dict = Body(openapi_examples={"marathon": {"value": {"name": "Marathon"}}})):
    return plan
