"""Nothing asks for comments by status and age alone, and the planner was tempted to read an article's through it."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("comments", "0010_index_of_what_is_up")]

    operations = [migrations.RemoveIndex(model_name="comment", name="comments_by_age")]
