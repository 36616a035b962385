# file: site/settings.py
DATABASES = {"default": {"ENGINE": "django.db.backends.postgresql"}}
# file: plans/migrations/__init__.py
# file: plans/migrations/0001_initial.py
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True
    dependencies = [("users", "0001_initial")]

    operations = [
        migrations.CreateModel(
            name="Plan",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("title", models.CharField(max_length=80)),
                ("note", models.TextField(null=True)),
                ("price", models.IntegerField()),
                ("slug", models.CharField(max_length=40)),
            ],
        ),
        migrations.AddField(
            model_name="plan", name="user", field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to="users.user")
        ),
    ]
# file: plans/migrations/0002_changes.py
from django.db import migrations, models


def fill(apps, schema_editor):
    Plan = apps.get_model("plans", "Plan")
    Plan.objects.filter(title="").update(title="plan")


class Migration(migrations.Migration):
    dependencies = [("plans", "0001_initial")]

    operations = [
        migrations.AddField("plan", "coach", models.ForeignKey(null=True, on_delete=models.SET_NULL, to="users.user")),  # <- finding
        migrations.AlterField("plan", "note", models.TextField(default="")),  # <- finding
        migrations.AlterField(model_name="plan", name="price", field=models.DecimalField(max_digits=8, decimal_places=2)),  # <- finding
        migrations.AlterField(model_name="plan", name="title", field=models.CharField(max_length=40)),  # <- finding
        migrations.AlterField(model_name="plan", name="slug", field=models.CharField(max_length=40, unique=True)),  # <- finding
        migrations.AddIndex(model_name="plan", index=models.Index(fields=["title"], name="plan_title")),  # <- finding
        migrations.AddConstraint(  # <- finding
            model_name="plan", constraint=models.CheckConstraint(condition=models.Q(price__gt=0), name="positive")
        ),
        migrations.AlterUniqueTogether(name="plan", unique_together={("user", "slug")}),  # <- finding
        migrations.RenameField(model_name="plan", old_name="note", new_name="remark"),  # <- finding
        migrations.RemoveField(model_name="plan", name="price"),  # <- finding
        migrations.RunPython(fill),  # <- finding
        migrations.RunSQL("ALTER TABLE plans_plan ALTER COLUMN remark TYPE varchar(20) USING left(remark, 20), ALTER slug SET NOT NULL"),  # <- finding
        migrations.DeleteModel(name="Plan"),  # <- finding
    ]
