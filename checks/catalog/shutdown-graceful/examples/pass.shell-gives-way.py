from fastapi import FastAPI

app = FastAPI()

# file: Dockerfile
FROM python:3.12-slim
COPY . .
CMD ["sh", "-c", "alembic upgrade head && exec uvicorn main:app --host 0.0.0.0"]
