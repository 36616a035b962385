import databases
import sqlalchemy
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.sessions import SessionMiddleware
from starlette.responses import JSONResponse
from starlette.routing import Route

from .settings import DATABASE_URL, SESSION_SECRET

metadata = sqlalchemy.MetaData()
people = sqlalchemy.Table("people", metadata, sqlalchemy.Column("username", sqlalchemy.String))
sheets = sqlalchemy.Table("sheets", metadata, sqlalchemy.Column("identity", sqlalchemy.String))
database = databases.Database(DATABASE_URL)


def only_owner(request, username):
    if request.session.get("username") != username:
        raise HTTPException(status_code=403)


async def forget(request):
    username = request.path_params["username"]
    sheet_id = request.path_params["sheet_id"]
    only_owner(request, username)
    query = (
        sheets.delete()
        .where(people.c.username == username)
        .where(sheets.c.identity == sheet_id)
    )
    await database.execute(query)
    return JSONResponse({})


app = Starlette(
    routes=[Route("/{username}/sheets/{sheet_id}", forget, methods=["DELETE"])],
    middleware=[Middleware(SessionMiddleware, secret_key=SESSION_SECRET)],
)
