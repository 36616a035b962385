import logging
import traceback
from starlette.applications import Starlette
from starlette.routing import Route
from starlette.templating import Jinja2Templates

templates = Jinja2Templates(directory="templates")
logger = logging.getLogger(__name__)


async def failed(request, exc):
    # The stack goes into the log alone.
    logger.error("failed", extra={"trace": traceback.format_exc()})
    return templates.TemplateResponse(request, "errors/default.html", {"title": "Something went wrong"}, status_code=500)


async def home(request):
    return templates.TemplateResponse(request, "home.html", {})


app = Starlette(routes=[Route("/", home)], exception_handlers={500: failed})
