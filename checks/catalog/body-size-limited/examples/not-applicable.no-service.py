"""Posts bodies to others."""
import httpx


def send(body: dict) -> None:
    httpx.post("https://example.com", json=body)
