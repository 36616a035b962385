from fastapi import FastAPI

app = FastAPI()
# file: Dockerfile
FROM python:3.13-slim
RUN useradd --system app
USER app
CMD ["uvicorn", "main:app"]
# file: compose.production.yaml
services:
  api: # <- finding
    build: .
    user: "0:0"
  worker: # <- finding
    build: .
    privileged: true
