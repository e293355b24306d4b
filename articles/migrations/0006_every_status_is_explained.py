"""A status without its Transition is refused, and a Transition that did not happen: at the end of a transaction a
revision stands where its last Transition says, or is a draft that nothing has happened to.
"""

from django.db import migrations

GUARD = """
CREATE FUNCTION articles_guard_explained() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  revision bigint := CASE WHEN TG_TABLE_NAME = 'articles_revision' THEN NEW.id
    ELSE (to_jsonb(NEW)->>'revision_id')::bigint END;
  stands text := (SELECT r.status FROM articles_revision r WHERE r.id = revision);
BEGIN
  IF stands IS DISTINCT FROM coalesce(
     (SELECT t.to_status FROM articles_transition t WHERE t.revision_id = revision ORDER BY t.id DESC LIMIT 1), 'draft')
  THEN
    RAISE EXCEPTION 'revision % is %, and its last transition does not say so', revision, stands
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER articles_guard_explained AFTER UPDATE OF status ON articles_revision
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD.status IS DISTINCT FROM NEW.status)
  EXECUTE FUNCTION articles_guard_explained();
CREATE CONSTRAINT TRIGGER articles_guard_explained AFTER INSERT ON articles_transition
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION articles_guard_explained();
"""

UNGUARD = """
DROP TRIGGER articles_guard_explained ON articles_transition;
DROP TRIGGER articles_guard_explained ON articles_revision;
DROP FUNCTION articles_guard_explained;
"""


class Migration(migrations.Migration):
    dependencies = [("articles", "0004_chain")]
    operations = [migrations.RunSQL(GUARD, reverse_sql=UNGUARD)]
