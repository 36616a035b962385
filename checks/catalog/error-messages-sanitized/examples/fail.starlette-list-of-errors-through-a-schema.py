from marshmallow import Schema, fields
from starlette.applications import Starlette
from starlette.endpoints import HTTPEndpoint
from starlette.responses import JSONResponse
from starlette.routing import Route

import httpx


class HealthSchema(Schema):
    up = fields.Bool()
    errors = fields.List(fields.Str)


class View(HTTPEndpoint):
    schema: type[Schema]

    def answer(self, data, status=200):
        payload = self.schema().dump(data)
        return JSONResponse({"payload": payload}, status_code=status)


class Health(View):
    schema = HealthSchema

    async def get(self, request):
        seen = {"up": True, "errors": []}
        try:
            await httpx.AsyncClient(timeout=2).get("http://plans")
        except Exception as exc:
            told = f"The database is away: {exc!r}"
            seen["errors"].append(told)  # <- finding
        return self.answer(seen, 503 if seen["errors"] else 200)


app = Starlette(routes=[Route("/health", Health)])
