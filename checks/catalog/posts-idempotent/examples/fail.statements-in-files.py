import aiosql
from fastapi import Depends, FastAPI

from database import connection

app = FastAPI()
statements = aiosql.from_path("sql", "asyncpg")


class Notes:
    def __init__(self, conn):
        self.conn = conn

    async def write(self, text):
        return await statements.create_note(self.conn, text=text)


@app.post("/notes")  # <- finding
async def note(text: str, conn=Depends(connection)):
    return await Notes(conn).write(text)


@app.post("/notes/{note_id}/text")
async def change(note_id: int, text: str, conn=Depends(connection)):
    return await statements.update_note(conn, note_id=note_id, text=text)
