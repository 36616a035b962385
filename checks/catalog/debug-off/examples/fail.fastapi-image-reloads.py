# file: main.py
from fastapi import FastAPI

app = FastAPI()
# file: Dockerfile
FROM python:3.12-slim
CMD ["uvicorn", "main:app", "--host", "0.0.0.0", "--reload"] # <- finding
