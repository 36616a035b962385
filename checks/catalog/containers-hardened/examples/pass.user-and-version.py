from fastapi import FastAPI

app = FastAPI()
# file: Dockerfile
FROM python:3.14-slim
ARG UID=10001
RUN adduser --disabled-password --uid "${UID}" app
USER app
COPY main.py ./
CMD ["uvicorn", "main:app"]
