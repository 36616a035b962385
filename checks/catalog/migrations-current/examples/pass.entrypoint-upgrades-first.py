from fastapi import FastAPI
from sqlalchemy import create_engine

engine = create_engine("postgresql://db/plans")
app = FastAPI()


@app.get("/healthz")
def healthz():
    return {"status": "ok"}
# file: Dockerfile
FROM python:3.13-slim
WORKDIR /srv
COPY . .
RUN pip install -r requirements.txt
ENTRYPOINT ["./entrypoint.sh"]
# file: entrypoint.sh
#!/bin/sh
set -e
alembic upgrade head
exec uvicorn main:app --host 0.0.0.0 --port 8000
