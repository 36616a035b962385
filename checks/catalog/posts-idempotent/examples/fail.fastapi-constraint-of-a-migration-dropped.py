# What one migration marks the next lets go: the conflict that is answered never comes up.
# file: main.py
from fastapi import Depends, FastAPI, HTTPException
from sqlalchemy import Column, Integer, String, create_engine
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session, declarative_base, sessionmaker

Base = declarative_base()
make_session = sessionmaker(bind=create_engine("postgresql://db/shop"))
app = FastAPI()


class Customer(Base):
    __tablename__ = "customers"
    id = Column(Integer, primary_key=True)
    email = Column(String, unique=True)


class Order(Base):
    __tablename__ = "shop_orders"
    id = Column(Integer, primary_key=True)
    reference = Column(String)
    item = Column(String)


def session():
    with make_session() as opened:
        yield opened


@app.post("/orders")  # <- finding
def order(reference: str, item: str, db: Session = Depends(session)):
    made = Order(reference=reference, item=item)
    db.add(made)
    try:
        db.commit()
    except IntegrityError:
        raise HTTPException(409, "there is an order with this reference")
    return {"id": made.id}
# file: alembic/versions/0001_orders.py
import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade():
    op.create_table("shop_orders", sa.Column("id", sa.Integer(), primary_key=True), sa.Column("reference", sa.String()))
    op.create_table("customers", sa.Column("id", sa.Integer(), primary_key=True), sa.Column("email", sa.String(), unique=True))
    op.create_index(op.f("ix_orders_reference"), "shop_orders", ["reference"], unique=True)


def downgrade():
    op.drop_table("shop_orders")
# file: alembic/versions/0002_no_index.py
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade():
    op.drop_index(op.f("ix_orders_reference"), table_name="shop_orders")


def downgrade():
    op.create_index(op.f("ix_orders_reference"), "shop_orders", ["reference"], unique=True)
