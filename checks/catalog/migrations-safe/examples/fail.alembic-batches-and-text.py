# file: requirements.txt
alembic
psycopg[binary]
# file: alembic/env.py
from alembic import context
# file: alembic/versions/0002_batches.py
"""Batches, helpers, SQL as text."""

import sqlalchemy as sa
from alembic import op

revision: str = "0002"
down_revision: str | None = None


def stamp(table: str) -> None:
    op.add_column(table, sa.Column("made_by", sa.Text(), nullable=False))  # <- finding


def upgrade():
    with op.batch_alter_table("weeks", schema=None) as batch_op:
        batch_op.add_column(sa.Column("note", sa.Text(), nullable=True))
        batch_op.drop_column("hint")  # <- finding
        batch_op.create_index(batch_op.f("weeks_plan"), ["plan_id"], unique=False)  # <- finding
    for table in ("plans", "weeks"):
        stamp(table)
    op.execute("ALTER TABLE plans ADD CONSTRAINT positive CHECK (price > 0)")  # <- finding
    connection = op.get_bind()
    connection.execute(sa.text("DELETE FROM sessions"))  # <- finding
    connection.execute(sa.text("DELETE FROM sessions WHERE id = :id"), {"id": 3})
    op.execute(f"ALTER TABLE {op.f('days')} DROP COLUMN hint")  # <- finding


def downgrade():
    pass
