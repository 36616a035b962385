# The logger lets everything through, and its only handler what the environment says.
import logging
import logging.config
import os

from fastapi import FastAPI

logging.config.dictConfig(
    {
        "version": 1,
        "handlers": {
            "console": {"class": "logging.StreamHandler", "level": os.getenv("LOG_LEVEL", "INFO")},
            "nowhere": {"class": "logging.NullHandler"},
        },
        "loggers": {"": {"handlers": ["console"]}, "plans": {"level": logging.DEBUG}},
    }
)
log = logging.getLogger("plans")
app = FastAPI()


@app.get("/api/plans")
def plans():
    log.debug("plans are read")
    return []
