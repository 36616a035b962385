from alembic import command
from alembic.config import Config
from flask import Flask
from sqlalchemy import create_engine

engine = create_engine("postgresql://db/plans")
app = Flask(__name__)  # <- finding

if __name__ == "__main__":
    command.upgrade(Config("alembic.ini"), "head")
