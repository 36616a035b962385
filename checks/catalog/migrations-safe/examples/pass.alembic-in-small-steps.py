# file: requirements.txt
alembic
psycopg[binary]
# file: alembic/env.py
from alembic import context
# file: alembic/versions/0001_start.py
import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade():
    # op.drop_table("plans") was here once
    op.create_table("plans", sa.Column("id", sa.BigInteger(), primary_key=True), sa.Column("title", sa.Text(), nullable=False))
    op.create_index("plans_title", "plans", ["title"])
    op.create_foreign_key("plans_user", "plans", "users", ["id"], ["id"])


def downgrade():
    op.drop_table("plans")
# file: alembic/versions/0002_later.py
import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

plans = sa.table("plans", sa.column("title"))


def upgrade():
    op.add_column("plans", sa.Column("note", sa.Text(), nullable=True))
    op.add_column("plans", sa.Column("kind", sa.Text(), nullable=False, server_default="strength"))
    op.add_column("plans", sa.Column("made", sa.DateTime(timezone=True), nullable=False, server_default=sa.func.now()))
    op.alter_column("plans", "title", existing_type=sa.String(40), type_=sa.Text(), existing_nullable=False)
    op.execute(plans.update().where(plans.c.title == "").values(title="plan"))
    op.create_check_constraint("positive", "plans", "price > 0", postgresql_not_valid=True)
    with op.get_context().autocommit_block():
        op.create_index("plans_kind", "plans", ["kind"], postgresql_concurrently=True)


def downgrade():
    op.drop_column("plans", "note")
    op.drop_column("plans", "kind")
