# file: Dockerfile
FROM python:3.12-slim AS builder
# <- finding below
COPY --from=ghcr.io/astral-sh/uv:latest /uv /usr/local/bin/uv
COPY . /app
RUN uv sync --frozen

FROM python:3.12-slim
COPY --from=builder /app /app
RUN useradd plans
USER plans
CMD ["uvicorn", "main:app"]
# file: main.py
from fastapi import FastAPI

app = FastAPI()
