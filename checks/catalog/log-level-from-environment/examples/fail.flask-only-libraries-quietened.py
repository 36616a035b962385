import logging

from flask import Flask

app = Flask(__name__)  # <- finding
logging.getLogger("urllib3").setLevel(logging.WARNING)
logging.getLogger(__name__).info("ready")
