from aiohttp import web


class BadRequest(web.HTTPBadRequest):
    def __init__(self, error, details=None):
        super().__init__(text=error)


async def read_tides(request):
    try:
        with open("tides.json") as tides:
            return web.Response(text=tides.read())
    except Exception as failed:
        return web.HTTPNotFound(body=str(failed))  # <- finding


async def keep_tides(request):
    try:
        await request.json()
    except Exception as failed:
        raise BadRequest("not read", details=str(failed))  # <- finding
    raise web.HTTPFound("/tides")


app = web.Application()
app.router.add_get("/tides", read_tides)
app.router.add_post("/tides", keep_tides)

if __name__ == "__main__":
    web.run_app(app)
