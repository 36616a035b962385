import traceback
from starlette.applications import Starlette
from starlette.routing import Route
from starlette.templating import Jinja2Templates

templates = Jinja2Templates(directory="templates")

def get_context(request, context_values: dict = {}):
    context = {"menu": []}
    context.update(context_values)
    return context

async def failed(request, exc):
    exc_traceback = traceback.format_exc()
    context_values = {"title": "500", "exc_traceback": exc_traceback}
    context = get_context(request, context_values=context_values)
    return templates.TemplateResponse(request, "errors/default.html", context, status_code=500)

async def failed2(request, exc):
    return templates.TemplateResponse(request, "errors/default.html", {"trace": traceback.format_exc()}, status_code=500)

async def home(request):
    return templates.TemplateResponse(request, "home.html", {})

app = Starlette(routes=[Route("/", home)], exception_handlers={500: failed, 404: failed2})
