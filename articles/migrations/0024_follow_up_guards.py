"""A follow-up and what was found stay as they were written, and nobody closes what they opened themselves."""

from django.db import migrations

GUARD = """
CREATE FUNCTION articles_guard_confirmation() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM articles_followup f WHERE f.id = NEW.follow_up_id AND f.opened_by_id = NEW.by_id) THEN
    RAISE EXCEPTION 'whoever opened a follow-up does not look at it again' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER articles_guard_confirmation BEFORE INSERT ON articles_confirmation
  FOR EACH ROW EXECUTE FUNCTION articles_guard_confirmation();
CREATE TRIGGER articles_followup_append_only BEFORE UPDATE OR DELETE ON articles_followup
  FOR EACH ROW EXECUTE FUNCTION clinic_refuse('this record is append-only');
CREATE TRIGGER articles_followup_not_emptied BEFORE TRUNCATE ON articles_followup
  FOR EACH STATEMENT EXECUTE FUNCTION clinic_refuse('it is kept for ever');
CREATE TRIGGER articles_confirmation_append_only BEFORE UPDATE OR DELETE ON articles_confirmation
  FOR EACH ROW EXECUTE FUNCTION clinic_refuse('this record is append-only');
CREATE TRIGGER articles_confirmation_not_emptied BEFORE TRUNCATE ON articles_confirmation
  FOR EACH STATEMENT EXECUTE FUNCTION clinic_refuse('it is kept for ever');
"""

UNGUARD = """
DROP TRIGGER articles_confirmation_not_emptied ON articles_confirmation;
DROP TRIGGER articles_confirmation_append_only ON articles_confirmation;
DROP TRIGGER articles_followup_not_emptied ON articles_followup;
DROP TRIGGER articles_followup_append_only ON articles_followup;
DROP TRIGGER articles_guard_confirmation ON articles_confirmation;
DROP FUNCTION articles_guard_confirmation;
"""


class Migration(migrations.Migration):
    dependencies = [("articles", "0022_threads_guard")]
    operations = [migrations.RunSQL(GUARD, reverse_sql=UNGUARD)]
