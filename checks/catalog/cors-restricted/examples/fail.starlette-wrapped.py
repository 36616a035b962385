from starlette.applications import Starlette
from starlette.middleware.cors import CORSMiddleware
from starlette.responses import JSONResponse
from starlette.routing import Route


async def plans(request):
    return JSONResponse({"plans": []})


app = Starlette(routes=[Route("/api/plans", plans)])
app = CORSMiddleware(app, allow_origins=["*"])  # <- finding
