# file: alembic/env.py
from alembic import context

context.run_migrations()
# file: main.py
import logging
import os
from pathlib import Path

import alembic.command
import alembic.config
from fastapi import FastAPI
from sqlalchemy import create_engine

log = logging.getLogger(__name__)
engine = create_engine(os.environ["DATABASE_URL"])
app = FastAPI()


@app.on_event("startup")
def upgrade():
    try:
        alembic.command.upgrade(alembic.config.Config(str(Path(__file__).parent / "alembic.ini")), "head")  # <- finding
    except Exception:
        log.exception("the schema was not brought up to date")
