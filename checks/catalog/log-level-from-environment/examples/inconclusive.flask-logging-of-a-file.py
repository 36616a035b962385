import logging.config
import os

import yaml
from flask import Flask

with open(os.getenv("LOG_CONFIG_FILE", "/etc/plans/logging.yaml")) as file:
    logging.config.dictConfig(yaml.safe_load(file.read()))

logger = logging.getLogger(__name__)
app = Flask(__name__)


@app.get("/plans")
def plans():
    logger.info("plans are asked for")
    return {"plans": []}
