from fastapi import FastAPI

app = FastAPI()

# file: Dockerfile
FROM python:3.12-slim
COPY . .
CMD ["fastapi", "run", "--workers", "4"]
