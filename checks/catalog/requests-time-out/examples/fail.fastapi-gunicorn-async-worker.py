# file: Procfile
web: gunicorn main:app --worker-class uvicorn.workers.UvicornWorker --timeout 30
# file: main.py
from fastapi import FastAPI

# An async worker beats on while a request hangs: gunicorn's timeout ends nothing.
app = FastAPI()  # <- finding


@app.get("/api/plans")
async def plans():
    return {"plans": []}
