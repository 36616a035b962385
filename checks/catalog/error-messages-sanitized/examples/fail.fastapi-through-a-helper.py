from fastapi import FastAPI
from fastapi.responses import JSONResponse

app = FastAPI()


def failed(message: str):
    return JSONResponse({"detail": message}, status_code=500)


@app.post("/api/plans")
def make():
    try:
        return {}
    except Exception as e:
        return failed(str(e))  # <- finding
