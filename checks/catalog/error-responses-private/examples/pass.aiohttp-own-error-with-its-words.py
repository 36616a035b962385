from aiohttp import web


class RequestValidationError(Exception):
    def __init__(self, errors):
        super().__init__("not valid")
        self.errors = errors


async def keep_tide(request):
    try:
        tide = await request.json()
        if "height" not in tide:
            raise RequestValidationError(["height is missing"])
    except RequestValidationError as failed:
        raise web.HTTPBadRequest(text=", ".join(failed.errors))
    return web.json_response({"kept": True})


app = web.Application()
app.router.add_post("/tides", keep_tide)

if __name__ == "__main__":
    web.run_app(app)
