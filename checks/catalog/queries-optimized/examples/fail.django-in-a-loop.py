import os

from django.core.wsgi import get_wsgi_application
from django.http import JsonResponse
from django.urls import path

from shop.models import Item, Order

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "settings")
application = get_wsgi_application()


def orders(request):
    found = []
    for order in Order.objects.filter(user=request.user)[:50]:
        found.append({"id": order.id, "items": list(Item.objects.filter(order=order).values())})  # <- finding
    return JsonResponse({"orders": found})


urlpatterns = [path("orders/", orders)]
