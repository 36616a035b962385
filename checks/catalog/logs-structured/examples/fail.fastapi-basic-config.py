import logging

from fastapi import FastAPI

logging.basicConfig(level=logging.INFO, format="%(levelname)s %(message)s")  # <- finding
app = FastAPI()
