from fastapi import FastAPI
from fastcrud import FastCRUD
from sqlalchemy.orm import DeclarativeBase

app = FastAPI()


class Base(DeclarativeBase):
    pass


class Token(Base):
    __tablename__ = "tokens"


tokens = FastCRUD(Token)


@app.post("/api/v1/logout")
async def logout(access: str, refresh: str, db=None):
    for token in [access, refresh]:
        await tokens.create(db, object={"token": token})
    return {"out": True}
