"""How often articles are read."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0050_follow_ups_of_readers"),
    ]

    operations = [
        migrations.CreateModel(
            name="ReadCount",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("day", models.DateField()),
                ("host", models.CharField(blank=True, max_length=100)),
                ("number", models.PositiveIntegerField()),
                (
                    "article",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="read_counts", to="articles.article"
                    ),
                ),
            ],
            options={
                "ordering": ["day", "host"],
                "default_permissions": (),
                "indexes": [
                    models.Index(condition=models.Q(("host", ""), _negated=True), fields=["day"], name="hosts_of_few")
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("article", "day", "host"), name="one_count_of_readers")
                ],
            },
        ),
    ]
