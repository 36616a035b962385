import json
import logging

from fastapi import FastAPI

app = FastAPI()


class Lines(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        return json.dumps({"level": record.levelname, "message": record.getMessage()})


handler = logging.StreamHandler()
handler.setFormatter(Lines())
logging.getLogger().addHandler(handler)
