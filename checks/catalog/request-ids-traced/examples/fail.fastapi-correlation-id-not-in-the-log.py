import logging

from asgi_correlation_id import CorrelationIdMiddleware
from fastapi import FastAPI

logging.basicConfig(format="%(levelname)s %(message)s")
app = FastAPI()
app.add_middleware(CorrelationIdMiddleware)  # <- finding
