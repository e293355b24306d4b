"""A page of threads costs what is up under its article, however much spam lies beside it."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("comments", "0030_indexes_for_scale")]

    operations = [
        migrations.AddIndex(
            model_name="comment",
            index=models.Index(
                condition=models.Q(("status", "approved")),
                fields=["article", "parent", "id"],
                name="approved_comments",
            ),
        ),
    ]
