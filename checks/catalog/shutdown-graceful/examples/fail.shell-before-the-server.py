from fastapi import FastAPI

app = FastAPI()

# file: Dockerfile
FROM python:3.12-slim
COPY . .
# <- finding below
CMD alembic upgrade head && uvicorn main:app --host 0.0.0.0
