import logging.config

from fastapi import FastAPI

logging.config.fileConfig("logging.ini")
app = FastAPI()
