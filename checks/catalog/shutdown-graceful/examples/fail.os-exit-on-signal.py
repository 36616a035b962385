import os
import signal

import uvicorn
from fastapi import FastAPI

app = FastAPI()


def stop(_signal, _frame):
    os._exit(0)


signal.signal(signal.SIGTERM, stop)  # <- finding
uvicorn.run(app)
