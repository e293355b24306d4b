"""Review dates move with a review of the whole article and with nothing else; a review without change has no change;
reminders are kept as they were sent.
"""

from django.db import migrations

DATES = """
CREATE FUNCTION articles_guard_review_dates() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  refused constant text := 'integrity_constraint_violation';
  before articles_revision%ROWTYPE;
  signed_on date;
  is_whole boolean;
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.last_reviewed_on IS NOT NULL OR NEW.next_review_due IS NOT NULL THEN
      RAISE EXCEPTION 'a draft has not been reviewed' USING ERRCODE = refused;
    END IF;
    RETURN NEW;
  END IF;
  IF NOT (NEW.status = 'published' AND OLD.status <> 'published') THEN
    IF (NEW.last_reviewed_on, NEW.next_review_due) IS DISTINCT FROM (OLD.last_reviewed_on, OLD.next_review_due) THEN
      RAISE EXCEPTION 'review dates are fixed when words go live' USING ERRCODE = refused;
    END IF;
    RETURN NEW;
  END IF;
  SELECT v.whole_article, (SELECT max(s.at) FROM articles_signoff s WHERE s.review_id = v.id AND s.kind = 'clinical')::date
    INTO is_whole, signed_on FROM articles_review v WHERE v.revision_id = NEW.id;
  IF is_whole THEN
    -- A day either way: the clinic's day is not always the server's.
    IF NEW.last_reviewed_on IS NULL OR NEW.last_reviewed_on NOT BETWEEN signed_on - 1 AND signed_on + 1 THEN
      RAISE EXCEPTION 'the last review is the day of the last clinical sign-off' USING ERRCODE = refused;
    END IF;
    IF NEW.next_review_due IS NULL OR NEW.next_review_due <= NEW.last_reviewed_on
       OR NEW.next_review_due > NEW.last_reviewed_on + interval '36 months' THEN
      RAISE EXCEPTION 'the next review is due within 36 months of the last' USING ERRCODE = refused;
    END IF;
    RETURN NEW;
  END IF;
  SELECT r.* INTO before FROM articles_revision r
    WHERE r.article_id = NEW.article_id AND r.id <> NEW.id AND r.published_at IS NOT NULL
    ORDER BY r.published_at DESC LIMIT 1;
  IF (NEW.last_reviewed_on, NEW.next_review_due)
     IS DISTINCT FROM (before.last_reviewed_on, before.next_review_due) THEN
    RAISE EXCEPTION 'an edit moves no review date' USING ERRCODE = refused;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER articles_guard_review_dates BEFORE INSERT OR UPDATE ON articles_revision
  FOR EACH ROW EXECUTE FUNCTION articles_guard_review_dates();
"""

WITHOUT_CHANGE = """
CREATE FUNCTION articles_guard_without_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM articles_review v WHERE v.revision_id = NEW.id AND v.without_change)
     AND NEW.seal IS DISTINCT FROM (
       SELECT live.seal FROM articles_article a JOIN articles_revision live ON live.id = a.live_revision_id
       WHERE a.id = NEW.article_id) THEN
    RAISE EXCEPTION 'a review without change is of the words that are live' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER articles_guard_without_change BEFORE UPDATE ON articles_revision
  FOR EACH ROW WHEN (OLD.status = 'draft' AND NEW.status = 'in_review')
  EXECUTE FUNCTION articles_guard_without_change();
"""

REMINDERS = """
CREATE FUNCTION articles_guard_reminder() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
       SELECT FROM articles_revision r
       WHERE r.id = NEW.revision_id AND r.article_id = NEW.article_id AND r.status = 'published'
         AND r.next_review_due = NEW.due_on) THEN
    RAISE EXCEPTION 'a reminder is about the review date of live words' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER articles_guard_reminder BEFORE INSERT ON articles_reviewreminder
  FOR EACH ROW EXECUTE FUNCTION articles_guard_reminder();
CREATE TRIGGER articles_reviewreminder_append_only BEFORE UPDATE OR DELETE ON articles_reviewreminder
  FOR EACH ROW EXECUTE FUNCTION clinic_refuse('this record is append-only');
CREATE TRIGGER articles_reviewreminder_not_emptied BEFORE TRUNCATE ON articles_reviewreminder
  FOR EACH STATEMENT EXECUTE FUNCTION clinic_refuse('it is kept for ever');
"""

UNGUARD = """
DROP TRIGGER articles_reviewreminder_not_emptied ON articles_reviewreminder;
DROP TRIGGER articles_reviewreminder_append_only ON articles_reviewreminder;
DROP TRIGGER articles_guard_reminder ON articles_reviewreminder;
DROP TRIGGER articles_guard_without_change ON articles_revision;
DROP TRIGGER articles_guard_review_dates ON articles_revision;
DROP FUNCTION articles_guard_reminder; DROP FUNCTION articles_guard_without_change;
DROP FUNCTION articles_guard_review_dates;
"""


class Migration(migrations.Migration):
    dependencies = [("articles", "0013_preview_guards")]
    operations = [migrations.RunSQL("\n".join([DATES, WITHOUT_CHANGE, REMINDERS]), reverse_sql=UNGUARD)]
