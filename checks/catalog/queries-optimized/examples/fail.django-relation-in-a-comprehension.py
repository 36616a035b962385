from django.core.wsgi import get_wsgi_application
from django.http import JsonResponse
from django.urls import path

from shop.models import Order

application = get_wsgi_application()


def orders(request):
    mine = Order.objects.filter(buyer=request.user)[:50]
    return JsonResponse({"orders": [{"id": order.id, "shop": order.shop.name} for order in mine]})  # <- finding


urlpatterns = [path("orders/", orders)]
# file: shop/models.py
from django.db import models


class Shop(models.Model):
    name = models.TextField()


class Order(models.Model):
    buyer = models.ForeignKey("auth.User", on_delete=models.CASCADE)
    shop = models.ForeignKey(Shop, on_delete=models.CASCADE)
