# file: docker-compose.yml
services:
  postgres:
    image: postgres:17
  migrations:
    image: migrate/migrate:v4.18.1
    depends_on: [postgres]
    command: ["-path", "/migrations", "-database", "postgres://postgres:5432/plans", "up"]
  api:
    build: .
    depends_on:
      migrations:
        condition: service_completed_successfully
# file: main.py
import os

import asyncpg
from fastapi import FastAPI

app = FastAPI()


@app.get("/plans")
async def plans():
    connection = await asyncpg.connect(os.environ["DATABASE_URL"])
    return await connection.fetch("SELECT id, title FROM plans LIMIT 20")
