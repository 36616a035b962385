from aiohttp import web


async def make(request):
    return web.json_response(await request.json())


app = web.Application()
app.router.add_post("/api/plans", make)
web.run_app(app)
