from fastapi import FastAPI

app = FastAPI()

# file: Dockerfile
FROM python:3.12-slim
COPY . .
ENTRYPOINT ["/bin/sh", "/app/entrypoint.sh"]
# file: entrypoint.sh
#!/bin/sh
alembic upgrade head
# <- finding below
cd src && uvicorn main:app --host 0.0.0.0
