import json
import logging
import os

from cerberus import Validator
from flask import Flask

logger = logging.getLogger(__name__)

SIGNERS = json.loads(os.getenv("SIGNERS", "{}"))
DATABASE_URL = os.getenv("DATABASE_URL")
ENTRY = {"kid": {"type": "string", "required": True}, "key": {"type": "string", "required": True}}


def load_signers() -> dict:
    validator = Validator(ENTRY)
    loaded = {}
    for name in SIGNERS:
        for entry in SIGNERS[name]:
            if validator.validate(entry):
                loaded[entry["kid"]] = entry["key"]
            else:
                logger.error("an entry of %s is not used", name)
    return loaded


signers = load_signers()
app = Flask(__name__)  # <- finding
