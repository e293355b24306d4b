"""The database keeps moderation honest by itself: every comment starts pending, only a recorded decision moves it,
and neither words nor decisions are changed or deleted by anybody.
"""

from django.db import migrations

GUARDS = """
CREATE FUNCTION comments_guard_comment() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.status <> 'pending' OR NEW.version <> 1 THEN
      RAISE EXCEPTION 'a comment starts pending' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
  END IF;
  IF (NEW.id, NEW.article_id, NEW.revision_id, NEW.public_id, NEW.body, NEW.name, NEW.created_at)
     IS DISTINCT FROM (OLD.id, OLD.article_id, OLD.revision_id, OLD.public_id, OLD.body, OLD.name, OLD.created_at) THEN
    RAISE EXCEPTION 'a reader''s words never change' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF NEW.version <> OLD.version + 1 AND (NEW.status, NEW.version) IS DISTINCT FROM (OLD.status, OLD.version) THEN
    RAISE EXCEPTION 'each decision makes the next version' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER comments_guard_comment BEFORE INSERT OR UPDATE ON comments_comment
  FOR EACH ROW EXECUTE FUNCTION comments_guard_comment();

-- At the end of the transaction every version of a comment after the first was made by a decision on record.
CREATE FUNCTION comments_guard_decided() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM comments_moderationdecision d WHERE d.comment_id = NEW.id AND d.version = NEW.version
                 AND d.from_status = OLD.status AND d.to_status = NEW.status) THEN
    RAISE EXCEPTION 'only a recorded decision moves a comment' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER comments_guard_decided AFTER UPDATE ON comments_comment
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN ((OLD.status, OLD.version) IS DISTINCT FROM (NEW.status, NEW.version))
  EXECUTE FUNCTION comments_guard_decided();

CREATE TRIGGER comments_comment_kept BEFORE DELETE ON comments_comment FOR EACH ROW
  EXECUTE FUNCTION clinic_refuse('a comment is kept');
CREATE TRIGGER comments_comment_not_emptied BEFORE TRUNCATE ON comments_comment FOR EACH STATEMENT
  EXECUTE FUNCTION clinic_refuse('a comment is kept');
CREATE TRIGGER comments_moderationdecision_append_only BEFORE UPDATE OR DELETE ON comments_moderationdecision
  FOR EACH ROW EXECUTE FUNCTION clinic_refuse('this record is append-only');
CREATE TRIGGER comments_moderationdecision_not_emptied BEFORE TRUNCATE ON comments_moderationdecision
  FOR EACH STATEMENT EXECUTE FUNCTION clinic_refuse('this record is append-only');
"""

DROP = """
DROP TRIGGER comments_moderationdecision_not_emptied ON comments_moderationdecision;
DROP TRIGGER comments_moderationdecision_append_only ON comments_moderationdecision;
DROP TRIGGER comments_comment_not_emptied ON comments_comment;
DROP TRIGGER comments_comment_kept ON comments_comment;
DROP TRIGGER comments_guard_decided ON comments_comment;
DROP TRIGGER comments_guard_comment ON comments_comment;
DROP FUNCTION comments_guard_decided;
DROP FUNCTION comments_guard_comment;
"""


class Migration(migrations.Migration):
    dependencies = [("comments", "0001_initial"), ("articles", "0003_guards")]
    operations = [migrations.RunSQL(GUARDS, reverse_sql=DROP)]
