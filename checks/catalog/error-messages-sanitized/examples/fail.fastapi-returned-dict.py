from fastapi import FastAPI

app = FastAPI()


@app.post("/api/plans")
def make():
    try:
        return {"success": True}
    except Exception as exc:
        return {
            "success": False,
            "error": repr(exc),  # <- finding
        }
