"""Figures of the last days are counted without reading every comment that there ever was."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("comments", "0005_moderation_guards")]
    operations = [
        migrations.AddIndex(
            model_name="comment",
            index=models.Index(condition=models.Q(("kind", "reader")), fields=["created_at"], name="comments_by_time"),
        ),
        migrations.AddIndex(
            model_name="moderationdecision", index=models.Index(fields=["at"], name="decisions_by_time")
        ),
    ]
