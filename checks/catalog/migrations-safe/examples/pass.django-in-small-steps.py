# file: site/settings.py
DATABASES = {"default": {"ENGINE": "django.db.backends.postgresql"}}
# file: plans/migrations/__init__.py
# file: plans/migrations/0001_initial.py
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = []
    operations = [
        migrations.CreateModel(
            name="Week",
            fields=[("id", models.AutoField(primary_key=True)), ("no", models.IntegerField()), ("title", models.CharField(max_length=40))],
            options={"db_table": "weeks"},
        ),
        migrations.CreateModel(name="Legacy", fields=[("id", models.AutoField(primary_key=True))], options={"managed": False}),
        migrations.AddIndex(model_name="week", index=models.Index(fields=["no"], name="week_no")),
    ]
# file: plans/migrations/0002_more.py
import uuid

from django.contrib.postgres.operations import AddConstraintNotValid, AddIndexConcurrently, ValidateConstraint
from django.db import migrations, models


def fill(apps, schema_editor):
    apps.get_model("plans", "Week").objects.filter(note="").update(note="-")


class Migration(migrations.Migration):
    atomic = False
    dependencies = [("plans", "0001_initial")]
    operations = [
        migrations.AddField(model_name="week", name="note", field=models.TextField(blank=True, default="")),
        migrations.AddField(model_name="week", name="key", field=models.UUIDField(default=uuid.uuid4)),
        migrations.AddField(model_name="week", name="made", field=models.DateTimeField(auto_now_add=True)),
        migrations.AddField(model_name="week", name="tags", field=models.ManyToManyField(to="plans.tag")),
        migrations.AlterField(model_name="week", name="title", field=models.CharField(max_length=80, help_text="what it is called")),
        migrations.AlterField(model_name="week", name="title", field=models.TextField()),
        migrations.AlterModelOptions(name="week", options={"ordering": ["no"]}),
        migrations.DeleteModel(name="Legacy"),
        AddIndexConcurrently("week", models.Index(fields=["title"], name="week_title")),
        AddConstraintNotValid("week", models.CheckConstraint(check=models.Q(no__gt=0), name="counted")),
        ValidateConstraint("week", "counted"),
        migrations.RunPython(fill, migrations.RunPython.noop),
        migrations.RunSQL(sql="CREATE INDEX CONCURRENTLY weeks_no2 ON weeks (no)", reverse_sql=migrations.RunSQL.noop),
        migrations.SeparateDatabaseAndState(
            state_operations=[migrations.RemoveField(model_name="week", name="tags")], database_operations=[]
        ),
    ]
