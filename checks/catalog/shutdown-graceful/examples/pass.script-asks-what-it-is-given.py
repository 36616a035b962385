from fastapi import FastAPI

app = FastAPI()

# file: Dockerfile
FROM python:3.12-slim
COPY . .
ENTRYPOINT ["/app/entrypoint.sh"]
CMD ["gunicorn", "-k", "uvicorn.workers.UvicornWorker", "main:app"]
# file: entrypoint.sh
#!/bin/sh
if [ "$1" = "gunicorn" ]; then
  alembic upgrade head
fi
exec "$@"
