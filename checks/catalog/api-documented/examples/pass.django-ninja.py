from datetime import date

from django.core.wsgi import get_wsgi_application
from django.urls import path
from ninja import NinjaAPI, Schema
from pydantic import Field

application = get_wsgi_application()
api = NinjaAPI(title="Plans", version="1.0.0")


class NewPlan(Schema):
    name: str = Field(description="What the user calls it.", examples=["Marathon"])
    begins: date


@api.post("/plans", summary="Make a plan")
def make(request, plan: NewPlan):
    return plan


urlpatterns = [path("api/v1/", api.urls)]
