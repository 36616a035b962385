from fastapi import FastAPI

app = FastAPI()
# file: Dockerfile
FROM python:3.13-slim
ENV TOKENIZERS_PARALLELISM=false
ENV SECRET_KEY_FILE=/run/secrets/secret_key
ENV PASSWORD_MIN_LENGTH=12 MAX_TOKENS=512
ENV AWS_SECRETS_MANAGER_ENABLED=true
# ENV OPENAI_API_KEY=never-here
# USER root
RUN useradd --system app
USER app
CMD ["uvicorn", "main:app"]
