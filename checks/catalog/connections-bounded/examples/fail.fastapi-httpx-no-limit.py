import httpx
from fastapi import FastAPI

client = httpx.AsyncClient(
    limits=httpx.Limits(max_connections=None),  # <- finding
    timeout=10,
)
app = FastAPI()
