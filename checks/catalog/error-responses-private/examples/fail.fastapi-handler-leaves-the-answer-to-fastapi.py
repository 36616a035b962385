import logging

from fastapi import FastAPI, Request
from fastapi.exception_handlers import request_validation_exception_handler
from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel

logger = logging.getLogger(__name__)


class Booking(BaseModel):
    title: str


async def on_invalid(request: Request, exc: RequestValidationError):
    logger.warning("invalid input for %s", request.url.path)
    return await request_validation_exception_handler(request, exc)


app = FastAPI()  # <- finding
app.add_exception_handler(RequestValidationError, on_invalid)


@app.post("/api/bookings")
async def make_booking(booking: Booking):
    return {"title": booking.title}


# file: requirements.txt
fastapi==0.128.0
pydantic>=2.7,<3
