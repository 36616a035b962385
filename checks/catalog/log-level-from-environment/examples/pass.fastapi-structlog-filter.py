import os

import structlog
from fastapi import FastAPI

structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(int(os.getenv("LOG_LEVEL", "20"))))
app = FastAPI()
