from aiohttp import web


async def make(request):
    return web.json_response(await request.json())


app = web.Application(client_max_size=0)  # <- finding
app.router.add_post("/api/plans", make)
web.run_app(app)
