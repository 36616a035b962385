from django.core.wsgi import get_wsgi_application
from django.db import models

application = get_wsgi_application()  # <- finding


class Plan(models.Model):
    name = models.TextField()
