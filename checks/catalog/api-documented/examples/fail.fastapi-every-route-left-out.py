from fastapi import FastAPI

app = FastAPI()  # <- finding


@app.get("/plans", include_in_schema=False)
def plans():
    return []
