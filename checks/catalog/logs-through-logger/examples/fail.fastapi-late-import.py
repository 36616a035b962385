# file: core/coach.py
def coach():
    print("coach")  # <- finding
    return "go"
# file: main.py
from fastapi import FastAPI

app = FastAPI()


@app.get("/api/coach")
async def text():
    from core.coach import coach

    return {"text": coach()}
