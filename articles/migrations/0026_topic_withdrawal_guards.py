"""That a topic was withdrawn stays on record as it was."""

from django.db import migrations

GUARD = """
CREATE TRIGGER articles_topicwithdrawal_append_only BEFORE UPDATE OR DELETE ON articles_topicwithdrawal
  FOR EACH ROW EXECUTE FUNCTION clinic_refuse('this record is append-only');
CREATE TRIGGER articles_topicwithdrawal_not_emptied BEFORE TRUNCATE ON articles_topicwithdrawal
  FOR EACH STATEMENT EXECUTE FUNCTION clinic_refuse('it is kept for ever');
"""

UNGUARD = """
DROP TRIGGER articles_topicwithdrawal_not_emptied ON articles_topicwithdrawal;
DROP TRIGGER articles_topicwithdrawal_append_only ON articles_topicwithdrawal;
"""


class Migration(migrations.Migration):
    dependencies = [("articles", "0024_follow_up_guards")]
    operations = [migrations.RunSQL(GUARD, reverse_sql=UNGUARD)]
