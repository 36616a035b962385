import logging
import signal

import uvicorn
from fastapi import FastAPI

app = FastAPI()
signal.signal(signal.SIGUSR1, lambda *_: logging.info("still here"))
uvicorn.run(app, timeout_graceful_shutdown=20)
