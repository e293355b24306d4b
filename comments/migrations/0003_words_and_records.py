"""A decision that decided nothing is refused by the database."""

from django.db import migrations

# Checked at the end of the transaction, when both the comment and its decision have been written.
CARRIED_OUT = """
CREATE FUNCTION comments_guard_decision() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM comments_comment c WHERE c.id = NEW.comment_id AND c.version >= NEW.version) THEN
    RAISE EXCEPTION 'a decision is recorded when it is carried out' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER comments_guard_decision AFTER INSERT ON comments_moderationdecision
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION comments_guard_decision();
"""

DROP = """
DROP TRIGGER comments_guard_decision ON comments_moderationdecision;
DROP FUNCTION comments_guard_decision;
"""


class Migration(migrations.Migration):
    dependencies = [("comments", "0002_guards")]
    operations = [migrations.RunSQL(CARRIED_OUT, reverse_sql=DROP)]
