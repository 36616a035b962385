# file: app.py
import uvicorn
from fastapi import FastAPI

app = FastAPI()

if __name__ == "__main__":
    uvicorn.run("app:app", reload=True)

# file: entry.sh
#!/bin/sh
exec python serve.py

# file: serve.py
import uvicorn

from app import app

if __name__ == "__main__":
    uvicorn.run(app)
