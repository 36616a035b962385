import enum
import os

from starlette.applications import Starlette
from starlette.responses import JSONResponse

DEBUG = os.environ.get("DEBUG") == "1"


class Kind(enum.Enum):
    INVALID_INPUT = "invalid input"
    INTERNAL = "internal"


class OwnError(Exception):
    kind = Kind.INTERNAL

    def __init__(self, details=None):
        self.details = details


def send(message):
    try:
        message.send()
    except OSError as exc:
        raise OwnError(details=f"not sent: {exc!r}") from exc


def told(request, exc):
    kind = exc.kind if isinstance(exc, OwnError) else Kind.INTERNAL
    payload = {"title": "Something went wrong."}
    if DEBUG or kind == Kind.INVALID_INPUT:
        payload["details"] = exc.details
    return JSONResponse(payload, status_code=500)


app = Starlette(exception_handlers={Exception: told})
