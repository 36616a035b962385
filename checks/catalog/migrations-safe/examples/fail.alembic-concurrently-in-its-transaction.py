# file: requirements.txt
alembic
psycopg[binary]
# file: alembic/env.py
from alembic import context
# file: alembic/versions/0002_indexes.py
from alembic import op

revision = "0002"
down_revision = None


def upgrade():
    with op.get_context().autocommit_block():
        op.create_index("weeks_no", "weeks", ["no"], postgresql_concurrently=True)
    op.create_index("plans_title", "plans", ["title"], postgresql_concurrently=True)  # <- finding
