# file: requirements.txt
alembic
aiosqlite
# file: alembic/env.py
from alembic import context
# file: alembic/versions/0001_drop.py
from alembic import op

revision = "0001"
down_revision = None


def upgrade():
    op.drop_table("plans")
