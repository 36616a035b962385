from fastapi import Depends, FastAPI, HTTPException
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker, create_async_engine

app = FastAPI()
make = async_sessionmaker(create_async_engine("postgresql+asyncpg://db/plans"))


async def session():
    async with make() as made:
        yield made


@app.get("/livez")
async def livez():
    return {"status": "pass"}


@app.get("/readyz")
async def readyz(db: AsyncSession = Depends(session)):
    try:
        await db.execute(text("SELECT 1"))
    except Exception:
        raise HTTPException(status_code=503, detail="not ready")
    return {"status": "pass"}
