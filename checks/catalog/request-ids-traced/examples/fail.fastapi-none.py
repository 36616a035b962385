import logging

from fastapi import FastAPI

app = FastAPI()  # <- finding
logging.basicConfig(level="INFO")
