from django.db import migrations, models


class Migration(migrations.Migration):
    """The day a review is due, fixed at its submission. Those submitted before there were due dates have none: a review
    is never changed.
    """

    dependencies = [("articles", "0017_carry_over_guards")]
    operations = [
        migrations.AddField(
            model_name="review",
            name="due_on",
            field=models.DateField(null=True, verbose_name="due"),
        ),
    ]
