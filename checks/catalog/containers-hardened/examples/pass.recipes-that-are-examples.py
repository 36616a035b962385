from fastapi import FastAPI

app = FastAPI()
# file: .env.exemple
OPENAI_API_KEY=
# file: Dockerfile
FROM python:3.13-slim
RUN useradd --system app
WORKDIR /app
COPY . .
USER app
CMD ["uvicorn", "main:app"]
# file: Dockerfile.user.example
FROM acme/plans:latest
# file: Dockerfile.playwright
FROM mcr.microsoft.com/playwright:latest
