# file: app.py
from flask import Flask
from flask_sqlalchemy import SQLAlchemy

from plans_migrations import upgrade

app = Flask(__name__)
app.config["SQLALCHEMY_DATABASE_URI"] = "postgresql://db/plans"
db = SQLAlchemy(app)
upgrade("postgresql://db/plans")


@app.get("/plans")
def plans():
    return [row.title for row in db.session.execute(db.text("select title from plans limit 20"))]
# file: plans_migrations.py
from alembic.migration import MigrationContext
from alembic.operations import Operations
from sqlalchemy import create_engine, pool


def upgrade(url):
    engine = create_engine(url, poolclass=pool.NullPool)
    with engine.connect() as connection:
        Operations(MigrationContext.configure(connection))
