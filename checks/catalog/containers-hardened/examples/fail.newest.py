from fastapi import FastAPI

app = FastAPI()
# file: Dockerfile
# <- finding below
FROM python:slim
USER 1000
CMD ["uvicorn", "main:app"]
