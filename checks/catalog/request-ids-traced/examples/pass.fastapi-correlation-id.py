import logging

from asgi_correlation_id import CorrelationIdFilter, CorrelationIdMiddleware
from fastapi import FastAPI

handler = logging.StreamHandler()
handler.addFilter(CorrelationIdFilter())
logging.getLogger().addHandler(handler)
app = FastAPI()
app.add_middleware(CorrelationIdMiddleware, header_name="X-Request-ID")
