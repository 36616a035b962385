from fastapi import FastAPI

app = FastAPI()
# file: Dockerfile
FROM python:3.14-slim
# <- finding below
COPY service-account.json main.py ./
USER 1000
CMD ["uvicorn", "main:app"]
