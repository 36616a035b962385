from fastapi import FastAPI, HTTPException

app = FastAPI()


class Failed(HTTPException):
    pass


@app.post("/api/plans")
def make():
    try:
        return {}
    except Exception as e:
        raise Failed(status_code=500, detail=e.args[0])  # <- finding
