"""A plan for words to come down is kept for ever: what was planned never changes, it ends once, and it came about only
where the words were withdrawn. Failed attempts are append-only.
"""

from django.db import migrations

GUARD = """
CREATE FUNCTION articles_guard_plan() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  refused constant text := 'integrity_constraint_violation';
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.done_at IS NOT NULL OR NEW.cancelled_at IS NOT NULL THEN
      RAISE EXCEPTION 'a plan starts open' USING ERRCODE = refused;
    END IF;
    RETURN NEW;
  END IF;
  IF (NEW.id, NEW.article_id, NEW.at, NEW.reason, NEW.notice, NEW.planned_by_id, NEW.planned_at)
     IS DISTINCT FROM
     (OLD.id, OLD.article_id, OLD.at, OLD.reason, OLD.notice, OLD.planned_by_id, OLD.planned_at) THEN
    RAISE EXCEPTION 'what was planned never changes: cancel it and plan anew' USING ERRCODE = refused;
  END IF;
  IF OLD.done_at IS NOT NULL OR OLD.cancelled_at IS NOT NULL THEN
    RAISE EXCEPTION 'this plan has ended' USING ERRCODE = refused;
  END IF;
  IF NEW.done_at IS NOT NULL AND (
       EXISTS (SELECT FROM articles_article a WHERE a.id = NEW.article_id AND a.live_revision_id IS NOT NULL)
       OR NOT EXISTS (SELECT FROM articles_transition t WHERE t.article_id = NEW.article_id
                      AND t.action = 'withdraw' AND t.at >= NEW.planned_at)) THEN
    RAISE EXCEPTION 'a plan has come about only where the words were withdrawn' USING ERRCODE = refused;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER articles_guard_plan BEFORE INSERT OR UPDATE ON articles_plannedwithdrawal
  FOR EACH ROW EXECUTE FUNCTION articles_guard_plan();
CREATE TRIGGER articles_plannedwithdrawal_kept BEFORE DELETE ON articles_plannedwithdrawal
  FOR EACH ROW EXECUTE FUNCTION clinic_refuse('it is kept for ever');
CREATE TRIGGER articles_plannedwithdrawal_not_emptied BEFORE TRUNCATE ON articles_plannedwithdrawal
  FOR EACH STATEMENT EXECUTE FUNCTION clinic_refuse('it is kept for ever');
CREATE TRIGGER articles_failedattempt_append_only BEFORE UPDATE OR DELETE ON articles_failedattempt
  FOR EACH ROW EXECUTE FUNCTION clinic_refuse('this record is append-only');
CREATE TRIGGER articles_failedattempt_not_emptied BEFORE TRUNCATE ON articles_failedattempt
  FOR EACH STATEMENT EXECUTE FUNCTION clinic_refuse('it is kept for ever');
"""

UNGUARD = """
DROP TRIGGER articles_failedattempt_not_emptied ON articles_failedattempt;
DROP TRIGGER articles_failedattempt_append_only ON articles_failedattempt;
DROP TRIGGER articles_plannedwithdrawal_not_emptied ON articles_plannedwithdrawal;
DROP TRIGGER articles_plannedwithdrawal_kept ON articles_plannedwithdrawal;
DROP TRIGGER articles_guard_plan ON articles_plannedwithdrawal;
DROP FUNCTION articles_guard_plan;
"""


class Migration(migrations.Migration):
    dependencies = [("articles", "0008_answers_guard")]
    operations = [migrations.RunSQL(GUARD, reverse_sql=UNGUARD)]
