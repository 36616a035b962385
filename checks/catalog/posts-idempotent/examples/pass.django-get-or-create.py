from django.core.wsgi import get_wsgi_application
from django.db import models
from django.http import JsonResponse
from django.urls import path
from django.views.decorators.http import require_POST

application = get_wsgi_application()


class Order(models.Model):
    client_id = models.UUIDField(unique=True)
    item = models.TextField()


@require_POST
def order(request):
    made, is_new = Order.objects.get_or_create(client_id=request.POST["id"], defaults={"item": request.POST["item"]})
    return JsonResponse({"id": made.pk}, status=201 if is_new else 200)


urlpatterns = [path("orders", order)]
