from logging.config import dictConfig

from flask import Flask
from pythonjsonlogger.json import JsonFormatter

FORMATTERS = {"json": {"()": JsonFormatter}}
dictConfig({"version": 1, "formatters": FORMATTERS, "handlers": {"out": {"class": "logging.StreamHandler", "formatter": "json"}}})
app = Flask(__name__)
