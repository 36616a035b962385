# file: requirements.txt
alembic
psycopg[binary]
# file: alembic/env.py
from alembic import context
# file: alembic/versions/0002_columns.py
import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = None

TITLES = "plans_title"


def upgrade() -> None:
    op.add_column("plans", sa.Column("owner", sa.Uuid(), nullable=False))  # <- finding
    op.add_column("plans", sa.Column("token", sa.Uuid(), server_default=sa.text("gen_random_uuid()")))  # <- finding
    op.add_column("plans", sa.Column("slug", sa.String(80), nullable=True, unique=True))  # <- finding
    op.create_index(TITLES, "plans", ["title"])  # <- finding
    op.create_foreign_key("plans_user", "plans", "users", ["user_id"], ["id"])  # <- finding
    op.alter_column("plans", "title", existing_type=sa.Text(), nullable=False)  # <- finding
    op.alter_column("plans", "price", existing_type=sa.Integer(), type_=sa.Numeric(10, 2))  # <- finding
    op.alter_column("plans", "name", existing_type=sa.String(80), type_=sa.String(40))  # <- finding
    op.alter_column("plans", "no", new_column_name="number")  # <- finding
    op.drop_column("weeks", "note")  # <- finding
    op.drop_table("audits")  # <- finding


def downgrade() -> None:
    op.drop_column("plans", "owner")
