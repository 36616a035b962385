from fastapi import FastAPI, HTTPException

app = FastAPI()


@app.post("/api/plans")
def make():
    try:
        return build()
    except Exception as e:
        raise HTTPException(status_code=500, detail=str(e))  # <- finding


def build():
    return {}
