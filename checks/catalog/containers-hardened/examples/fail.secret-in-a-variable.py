from fastapi import FastAPI

app = FastAPI()
# file: Dockerfile
FROM python:3.14-slim
# <- finding below
ENV PORT=8000 DATABASE_PASSWORD=hunter2hunter2
USER 1000
CMD ["uvicorn", "main:app"]
