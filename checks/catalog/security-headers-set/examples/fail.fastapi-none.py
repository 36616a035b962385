from fastapi import FastAPI

app = FastAPI()  # <- finding


@app.get("/api/plans")
def plans():
    """Strict-Transport-Security is left to the proxy, the wiki says."""
    return []
