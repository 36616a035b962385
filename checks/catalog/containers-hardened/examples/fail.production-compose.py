from fastapi import FastAPI

app = FastAPI()
# file: docker-compose.prod.yml
services:
  api: # <- finding
    image: acme/api:latest
    environment:
      JWT_SECRET: correct-horse-battery # <- finding
