from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from fastapi import FastAPI, HTTPException
from sqlalchemy import create_engine

engine = create_engine("postgresql://db/plans")
app = FastAPI()


@app.get("/readyz")
def readyz():
    head = ScriptDirectory.from_config(Config("alembic.ini")).get_current_head()
    with engine.connect() as connection:
        current = MigrationContext.configure(connection).get_current_revision()
    if current != head:
        raise HTTPException(status_code=503)
    return {"status": "pass", "migrations": "current"}
