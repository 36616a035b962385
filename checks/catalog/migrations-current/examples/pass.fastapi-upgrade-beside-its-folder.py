# file: alembic/env.py
from alembic import context

context.run_migrations()
# file: main.py
import os
from pathlib import Path

import alembic.command
import alembic.config
from fastapi import FastAPI
from sqlalchemy import create_engine

engine = create_engine(os.environ["DATABASE_URL"])
app = FastAPI()

@app.on_event("startup")
def upgrade():
    alembic.command.upgrade(alembic.config.Config(str(Path(__file__).parent / "alembic.ini")), "head")
