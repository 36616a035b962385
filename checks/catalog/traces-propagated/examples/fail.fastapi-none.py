import httpx
from fastapi import FastAPI

app = FastAPI()  # <- finding


@app.get("/")
def root():
    return httpx.get("https://api.example.com", timeout=3).json()
