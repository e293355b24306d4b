"""A version that somebody kept is kept: nobody rewrites it, and it is of words that were a draft."""

from django.db import migrations

GUARDS = """
CREATE FUNCTION articles_guard_named_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM articles_revision r WHERE r.id = NEW.revision_id AND r.status = 'draft') THEN
    RAISE EXCEPTION 'a version is kept of a draft' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER articles_guard_named_version BEFORE INSERT ON articles_namedversion
  FOR EACH ROW EXECUTE FUNCTION articles_guard_named_version();
CREATE TRIGGER articles_namedversion_append_only BEFORE UPDATE OR DELETE ON articles_namedversion
  FOR EACH ROW EXECUTE FUNCTION clinic_refuse('this record is append-only');
CREATE TRIGGER articles_namedversion_not_emptied BEFORE TRUNCATE ON articles_namedversion
  FOR EACH STATEMENT EXECUTE FUNCTION clinic_refuse('it is kept for ever');
"""

UNGUARD = """
DROP TRIGGER articles_namedversion_not_emptied ON articles_namedversion;
DROP TRIGGER articles_namedversion_append_only ON articles_namedversion;
DROP TRIGGER articles_guard_named_version ON articles_namedversion;
DROP FUNCTION articles_guard_named_version;
"""


class Migration(migrations.Migration):
    dependencies = [("articles", "0029_correction_guards")]
    operations = [migrations.RunSQL(GUARDS, reverse_sql=UNGUARD)]
