import logging
import sys

from fastapi import FastAPI
from pythonjsonlogger.json import JsonFormatter

app = FastAPI()


def set_up() -> None:
    handler = logging.StreamHandler(sys.stdout)
    handler.setFormatter(JsonFormatter("%(asctime)s %(levelname)s %(message)s"))
    logging.getLogger().addHandler(handler)


set_up()
