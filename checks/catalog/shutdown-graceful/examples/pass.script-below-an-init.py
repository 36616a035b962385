from fastapi import FastAPI

app = FastAPI()

# file: Dockerfile
FROM python:3.12-slim
COPY . .
ENTRYPOINT ["dumb-init", "--", "/app/start.sh"]
# file: start.sh
#!/bin/sh
alembic upgrade head
uvicorn main:app --host 0.0.0.0
