# file: requirements.txt
fastapi==0.128.0
# file: main.py
from fastapi import Body, FastAPI

app = FastAPI()  # <- finding


@app.post("/plans")
def create(title: str = Body(...), weeks: int = Body(...)):
    return {"title": title, "weeks": weeks}
