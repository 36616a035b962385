from django.core.wsgi import get_wsgi_application
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.http import JsonResponse
from django.urls import path

application = get_wsgi_application()


def ready(request):
    executor = MigrationExecutor(connection)
    pending = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return JsonResponse({"pending": len(pending)}, status=503 if pending else 200)


urlpatterns = [path("readyz", ready)]
