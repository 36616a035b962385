# What bears the name of a check makes what is missing, and stops nothing; the address of the database nobody looks at.
import os
import secrets

from fastapi import FastAPI
from sqlalchemy import create_engine

from .store import save_settings

PUSH_PRIVATE_KEY = os.getenv("PUSH_PRIVATE_KEY", "")


def check_push_settings():
    if not PUSH_PRIVATE_KEY:
        save_settings({"push_private_key": secrets.token_hex(32)})


check_push_settings()
engine = create_engine(os.getenv("DATABASE_URL"))
app = FastAPI()  # <- finding
