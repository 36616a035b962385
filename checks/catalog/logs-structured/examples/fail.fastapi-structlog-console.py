import structlog
from fastapi import FastAPI

structlog.configure(processors=[structlog.processors.TimeStamper(), structlog.dev.ConsoleRenderer()])  # <- finding
log = structlog.get_logger()
app = FastAPI()
