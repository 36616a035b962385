import logging

from fastapi import FastAPI

logger = logging.getLogger(__name__)
app = FastAPI()


@app.get("/api/plans")
async def plans():
    logger.info("plans")
    return {"plans": []}


if __name__ == "__main__":
    print("start it with: uvicorn main:app")
