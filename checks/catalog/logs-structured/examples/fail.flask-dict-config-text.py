from logging.config import dictConfig

from flask import Flask

dictConfig(
    {
        "version": 1,
        "formatters": {"json": {"()": "pythonjsonlogger.json.JsonFormatter"}, "line": {"format": "%(asctime)s %(message)s"}},
        "handlers": {
            "console": {"class": "logging.StreamHandler", "formatter": "line"},  # <- finding
        },
        "root": {"handlers": ["console"]},
    }
)
app = Flask(__name__)
