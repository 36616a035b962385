import traceback

from fastapi import FastAPI
from fastapi.responses import JSONResponse

app = FastAPI()


@app.get("/api/plans")
def plans():
    try:
        return load()
    except Exception:
        return JSONResponse({"detail": traceback.format_exc()}, status_code=500)  # <- finding


def load():
    return []
