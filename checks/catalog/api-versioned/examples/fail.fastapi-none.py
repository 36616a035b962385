from fastapi import FastAPI

app = FastAPI(version="1.0.0")


@app.get("/api/plans")  # <- finding
def plans():
    return []
