import logging
import uuid

from fastapi import FastAPI

app = FastAPI()  # <- finding
logger = logging.getLogger(__name__)


@app.post("/v1/friends/requests")
async def ask(user_id: str):
    """A request of a friend has an id of its own; X-Request-ID is something else."""
    request_id = str(uuid.uuid4())
    logger.info("friend request made", extra={"request_id": request_id})
    return {"request_id": request_id}


# @app.middleware("http")
# async def trace(request, call_next):
#     response = await call_next(request)
#     response.headers["X-Request-ID"] = uuid.uuid4().hex
#     return response
