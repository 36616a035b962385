# file: site/settings.py
DATABASES = {"default": {"ENGINE": "django.db.backends.postgresql"}}
# file: plans/migrations/__init__.py
# file: plans/migrations/0001_views.py
from django.db import migrations

from plans.schema import CreateView


class Migration(migrations.Migration):
    operations = [CreateView("totals")]
