from starlette.applications import Starlette
from starlette.responses import JSONResponse
from starlette.routing import Route


async def plans(request):
    return JsonResponse([])


app = Starlette(routes=[Route("/api/plans", plans)])  # <- finding
