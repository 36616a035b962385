# file: main.py
import uvicorn
from fastapi import FastAPI

app = FastAPI()

if __name__ == "__main__":
    uvicorn.run("main:app", reload=True)
# file: Dockerfile
FROM python:3.12-slim
CMD ["uvicorn", "main:app", "--host", "0.0.0.0"]
