# file: requirements.txt
alembic
psycopg[binary]
# file: alembic/env.py
from alembic import context
# file: alembic/versions/0001_data.py
from alembic import op

from app.schema import statement_for

revision = "0001"
down_revision = None


def upgrade():
    op.execute(statement_for("plans"))
