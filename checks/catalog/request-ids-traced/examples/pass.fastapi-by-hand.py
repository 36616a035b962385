import logging
import re
import uuid

from fastapi import FastAPI, Request

app = FastAPI()
logger = logging.getLogger(__name__)
harmless = re.compile(r"[\w.-]{1,128}")


@app.middleware("http")
async def give_id(request: Request, call_next):
    given = request.headers.get("X-Request-ID", "")
    request_id = given if harmless.fullmatch(given) else str(uuid.uuid4())
    response = await call_next(request)
    response.headers["X-Request-ID"] = request_id
    logger.info("answered", extra={"request_id": request_id})
    return response
