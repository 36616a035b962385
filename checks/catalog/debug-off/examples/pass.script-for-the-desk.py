from fastapi import FastAPI

app = FastAPI()

# file: start.sh
#!/bin/sh
uvicorn main:app --reload --port 8000 &
npm run dev

# file: render.yaml
services:
  - type: web
    startCommand: gunicorn main:app -w 2 -k uvicorn.workers.UvicornWorker
