# The model says nothing of it: the constraint stands in a migration, and its conflict is answered.
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
    name = Column(String)


class Refund(Base):
    __tablename__ = "refunds"
    id = Column(Integer, primary_key=True)
    voucher = Column(String)


class Order(Base):
    __tablename__ = "shop_orders"
    id = Column(Integer, primary_key=True)
    reference = Column(String)
    item = Column(String)


def session():
    with make_session() as opened:
        yield opened


@app.post("/orders")
def order(reference: str, item: str, db: Session = Depends(session)):
    made = Order(reference=reference, item=item)
    db.add(made)
    try:
        db.commit()
    except IntegrityError:
        raise HTTPException(409, "there is an order with this reference")
    return {"id": made.id}


@app.post("/refunds")
def refund(voucher: str, db: Session = Depends(session)):
    db.add(Refund(voucher=voucher))
    try:
        db.commit()
    except IntegrityError:
        raise HTTPException(409, "this voucher was taken back before")
    return {"voucher": voucher}
# file: alembic/versions/0001_orders.py
import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade():
    op.create_table("shop_orders", sa.Column("id", sa.Integer(), primary_key=True), sa.Column("reference", sa.String()))
    op.create_table("customers", sa.Column("id", sa.Integer(), primary_key=True), sa.Column("email", sa.String(), unique=True))
    op.create_index(op.f("ix_orders_reference"), "shop_orders", ["reference"], unique=True)
    with op.batch_alter_table("customers") as batch:
        batch.create_unique_constraint("uq_customers_name", ["name"])
    op.execute("CREATE UNIQUE INDEX uq_refunds_voucher ON refunds (voucher)")


def downgrade():
    op.drop_table("shop_orders")
