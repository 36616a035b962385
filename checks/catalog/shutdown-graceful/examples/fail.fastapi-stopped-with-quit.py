# file: Dockerfile
FROM python:3.13-slim
STOPSIGNAL SIGQUIT  # <- finding
WORKDIR /app
COPY . .
CMD ["uvicorn", "main:app", "--host", "0.0.0.0"]
# file: main.py
from fastapi import FastAPI

app = FastAPI()


@app.get("/plans")
async def plans():
    return []
