from starlette.applications import Starlette
from starlette.responses import RedirectResponse
from starlette.routing import Route
from starlette.templating import Jinja2Templates

pages = Jinja2Templates(directory="pages")


async def plans(request):
    return pages.TemplateResponse(request, "plans.jinja", {"plans": []})


async def moved(request):
    return RedirectResponse("/plans/")


app = Starlette(routes=[Route("/plans/", plans), Route("/old/", moved)])
