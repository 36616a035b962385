import os

from fastapi import FastAPI

USE_MOCK_LLM = os.environ.get("USE_MOCK_LLM", "1")  # <- finding
app = FastAPI()


@app.get("/api/plans")
def plans():
    return {"made": "by hand" if USE_MOCK_LLM else "by the model"}
