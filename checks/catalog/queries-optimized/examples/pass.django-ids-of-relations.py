from django.core.wsgi import get_wsgi_application
from django.http import JsonResponse
from django.urls import path

from shop.models import Order

application = get_wsgi_application()


def orders(request):
    found = []
    for order in Order.objects.filter(buyer=request.user)[:50]:
        # The id of the shop stands in the order's own row, and the text knows how to write itself.
        found.append({"id": order.id, "shop": order.shop_id, "buyer": order.buyer.pk, "note": order.note.strip()})
    return JsonResponse({"orders": found})


urlpatterns = [path("orders/", orders)]
# file: shop/models.py
from django.db import models


class Order(models.Model):
    note = models.TextField()
    buyer = models.ForeignKey("auth.User", on_delete=models.CASCADE)
    shop = models.ForeignKey("shop.Shop", on_delete=models.CASCADE)
