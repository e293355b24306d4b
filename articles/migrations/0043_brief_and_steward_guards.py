"""A brief freezes with the words; who looks after an article is what the newest record says, and records stay."""

from django.db import migrations

BRIEF = """
CREATE FUNCTION articles_guard_brief() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a brief freezes with the words' USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER articles_guard_brief BEFORE UPDATE ON articles_revision FOR EACH ROW
  WHEN ((OLD.status <> 'draft' OR NEW.status <> 'draft')
        AND (OLD.kind, OLD.audience, OLD.need, OLD.main_message, OLD.ai_assistance)
            IS DISTINCT FROM (NEW.kind, NEW.audience, NEW.need, NEW.main_message, NEW.ai_assistance))
  EXECUTE FUNCTION articles_guard_brief();
"""

STEWARD = """
CREATE FUNCTION articles_guard_steward() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  article bigint := CASE WHEN TG_TABLE_NAME = 'articles_article' THEN NEW.id
    ELSE (to_jsonb(NEW)->>'article_id')::bigint END;
  is_on_record boolean;
BEGIN
  SELECT (a.owner_id, a.review_months) IS NOT DISTINCT FROM (
      (SELECT s.owner_id FROM articles_stewardship s WHERE s.article_id = a.id ORDER BY s.id DESC LIMIT 1),
      (SELECT s.review_months FROM articles_stewardship s WHERE s.article_id = a.id ORDER BY s.id DESC LIMIT 1))
    INTO is_on_record FROM articles_article a WHERE a.id = article;
  IF NOT is_on_record THEN
    RAISE EXCEPTION 'who looks after an article is on record' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER articles_guard_steward AFTER INSERT OR UPDATE OF owner_id, review_months ON articles_article
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION articles_guard_steward();
CREATE CONSTRAINT TRIGGER articles_guard_steward AFTER INSERT ON articles_stewardship
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION articles_guard_steward();
CREATE TRIGGER articles_stewardship_append_only BEFORE UPDATE OR DELETE ON articles_stewardship
  FOR EACH ROW EXECUTE FUNCTION clinic_refuse('this record is append-only');
CREATE TRIGGER articles_stewardship_not_emptied BEFORE TRUNCATE ON articles_stewardship
  FOR EACH STATEMENT EXECUTE FUNCTION clinic_refuse('it is kept for ever');
"""

UNGUARD = """
DROP TRIGGER articles_stewardship_not_emptied ON articles_stewardship;
DROP TRIGGER articles_stewardship_append_only ON articles_stewardship;
DROP TRIGGER articles_guard_steward ON articles_stewardship;
DROP TRIGGER articles_guard_steward ON articles_article;
DROP FUNCTION articles_guard_steward;
DROP TRIGGER articles_guard_brief ON articles_revision;
DROP FUNCTION articles_guard_brief;
"""


class Migration(migrations.Migration):
    dependencies = [("articles", "0041_check_guards")]
    operations = [migrations.RunSQL(BRIEF + STEWARD, reverse_sql=UNGUARD)]
