"""Two people look at a translation that is behind the words it translates."""

from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0061_language_guards"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="followup",
            name="a_follow_up_kind_is_known",
        ),
        migrations.AlterField(
            model_name="followup",
            name="kind",
            field=models.CharField(
                choices=[
                    ("withdrawal", "withdrawn words"),
                    ("consent", "a picture without consent"),
                    ("source", "a source that was retracted, corrected or put in doubt"),
                    ("story", "a patient's words without authorization"),
                    ("reader", "something that a reader found wrong"),
                    ("translation", "a translation that is behind"),
                ],
                max_length=12,
            ),
        ),
        migrations.AddConstraint(
            model_name="followup",
            constraint=models.CheckConstraint(
                condition=models.Q(("kind__in", ["withdrawal", "consent", "source", "story", "reader", "translation"])),
                name="a_follow_up_kind_is_known",
            ),
        ),
    ]
