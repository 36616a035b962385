# The engine serves the requests; one of its own is made where a tenant's schema is brought up to date.
from fastapi import FastAPI
from sqlalchemy import create_engine, text

engine = create_engine("postgresql://db/plans", pool_size=5, max_overflow=5)
app = FastAPI()


def apply_pending_migrations(tenant: str) -> None:
    other = create_engine(f"postgresql://db/{tenant}", pool_size=1, max_overflow=0)
    with other.begin() as connection:
        connection.execute(text("ALTER TABLE plans ADD COLUMN IF NOT EXISTS weeks int"))
    other.dispose()


@app.get("/plans")
def plans():
    with engine.connect() as connection:
        return {"plans": [row.id for row in connection.execute(text("SELECT id FROM plans LIMIT 50"))]}


@app.post("/tenants/{tenant}/migrations")
def bring_up_to_date(tenant: str):
    apply_pending_migrations(tenant)
    return {"tenant": tenant}
