"""What readers think of a page."""

import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0050_follow_ups_of_readers"),
        ("comments", "0006_figures_by_date"),
    ]

    operations = [
        migrations.CreateModel(
            name="Feedback",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "verdict",
                    models.CharField(
                        choices=[
                            ("useful", "It was useful"),
                            ("not_useful", "It was not useful"),
                            ("wrong", "It says something that is medically wrong"),
                            ("unclear", "I could not understand it"),
                            ("outdated", "It is out of date"),
                            ("broken", "A link, a picture or the page does not work"),
                            ("other", "Something else"),
                        ],
                        max_length=12,
                    ),
                ),
                ("words", models.TextField(blank=True, max_length=500)),
                ("at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "article",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="feedback", to="articles.article"
                    ),
                ),
                (
                    "revision",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="articles.revision"
                    ),
                ),
            ],
            options={
                "ordering": ["-pk"],
                "indexes": [models.Index(fields=["article", "at"], name="feedback_of_an_article")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("verdict__in", ["useful", "not_useful", "wrong", "unclear", "outdated", "broken", "other"])
                        ),
                        name="a_verdict_is_known",
                    )
                ],
            },
        ),
    ]
