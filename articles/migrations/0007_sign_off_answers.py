from django.db import migrations, models


class Migration(migrations.Migration):
    """A sign-off keeps the checklist as it was asked and answered. Those given before it existed keep an empty one."""

    dependencies = [("articles", "0006_every_status_is_explained")]
    operations = [
        migrations.AddField(
            model_name="signoff",
            name="answers",
            field=models.JSONField(default=dict, verbose_name="answers"),
        ),
    ]
