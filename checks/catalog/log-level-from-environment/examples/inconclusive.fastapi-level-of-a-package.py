import os

from fastapi import FastAPI
from company.observability import set_up

set_up(level=os.environ["LOG_LEVEL"])
app = FastAPI()
