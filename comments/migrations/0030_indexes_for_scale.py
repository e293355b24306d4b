"""What a million comments need: the duplicate test, the room for likely spam, and what has to go, each by an index."""

from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0043_brief_and_steward_guards"),
        ("comments", "0005_moderation_guards"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddIndex(
            model_name="comment",
            index=models.Index(fields=["article", "created_at"], name="comments_of_an_article"),
        ),
        migrations.AddIndex(
            model_name="comment",
            index=models.Index(condition=models.Q(("lane", 6)), fields=["article"], name="waiting_spam"),
        ),
        migrations.AddIndex(
            model_name="comment",
            index=models.Index(
                condition=models.Q(("erased_at__isnull", True), ("status__in", ["rejected", "spam", "withdrawn"])),
                fields=["created_at", "id"],
                name="words_to_purge",
            ),
        ),
        migrations.AddIndex(
            model_name="comment",
            index=models.Index(
                condition=models.Q(
                    models.Q(("redacted_body", ""), ("redacted_name", ""), _negated=True),
                    ("original_purged_at__isnull", True),
                ),
                fields=["id"],
                name="originals_to_purge",
            ),
        ),
    ]
