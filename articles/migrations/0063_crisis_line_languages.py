"""A crisis line is told in one language; pages in another show the lines that are told in it."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0062_translations_behind"),
    ]

    operations = [
        migrations.AddField(
            model_name="crisisresource",
            name="language",
            field=models.CharField(
                choices=[("en", "English"), ("es", "Español")], default="en", max_length=10, verbose_name="language"
            ),
        ),
    ]
