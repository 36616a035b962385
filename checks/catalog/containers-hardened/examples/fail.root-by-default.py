from fastapi import FastAPI

app = FastAPI()
# file: Dockerfile
# <- finding below
FROM python:3.14-slim
COPY . /app
CMD ["uvicorn", "main:app"]
