"""The database's own promises about comments, with what an author can do: words change only by their author while nobody
has decided, or go for good; a reply hangs under a comment of the same article; the new records are append-only.
"""

from django.db import migrations

APPEND_ONLY = (
    "redaction",
    "originalview",
    "adverseevent",
    "cannedreplyversion",
    "guardoverride",
    "commentrules",
    "commentswitch",
)

COMMENT = """
CREATE OR REPLACE FUNCTION comments_guard_comment() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.status <> 'pending' OR NEW.version <> 1 THEN
      RAISE EXCEPTION 'a comment starts pending' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    IF NEW.parent_id IS NOT NULL AND NOT EXISTS (
        SELECT FROM comments_comment p WHERE p.id = NEW.parent_id AND p.article_id = NEW.article_id
        AND (p.parent_id IS NULL OR NEW.kind = 'official')) THEN
      RAISE EXCEPTION 'a reply stands under a comment of its article' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
  END IF;
  IF (NEW.id, NEW.article_id, NEW.revision_id, NEW.public_id, NEW.created_at, NEW.parent_id, NEW.kind, NEW.corrects,
      NEW.source_url, NEW.said_by_id, NEW.role, NEW.notice_version)
     IS DISTINCT FROM (OLD.id, OLD.article_id, OLD.revision_id, OLD.public_id, OLD.created_at, OLD.parent_id, OLD.kind,
      OLD.corrects, OLD.source_url, OLD.said_by_id, OLD.role, OLD.notice_version) THEN
    RAISE EXCEPTION 'a reader''s words never change' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF OLD.erased_at IS NOT NULL AND (NEW.erased_at IS DISTINCT FROM OLD.erased_at OR NEW.body <> '') THEN
    RAISE EXCEPTION 'what was erased stays erased' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF (NEW.body, NEW.name) IS DISTINCT FROM (OLD.body, OLD.name) AND NOT (
      NEW.erased_at IS NOT NULL
      OR (OLD.original_purged_at IS NULL AND NEW.original_purged_at IS NOT NULL
          AND NEW.body = coalesce(nullif(OLD.redacted_body, ''), OLD.body)
          AND NEW.name = coalesce(nullif(OLD.redacted_name, ''), OLD.name))
      OR (OLD.status = 'pending' AND NEW.status = 'pending' AND OLD.kind = 'reader'
          AND OLD.created_at > now() - interval '15 minutes')) THEN
    RAISE EXCEPTION 'a reader''s words never change' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF NEW.version <> OLD.version + 1 AND (NEW.status, NEW.version) IS DISTINCT FROM (OLD.status, OLD.version) THEN
    RAISE EXCEPTION 'each decision makes the next version' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;

-- Words that change without going are their author's correction, on record at the end of the transaction.
CREATE FUNCTION comments_guard_corrected() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM comments_moderationdecision d WHERE d.comment_id = NEW.id AND d.version = OLD.version + 1
                 AND d.outcome = 'correct') THEN
    RAISE EXCEPTION 'a reader''s words never change' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER comments_guard_corrected AFTER UPDATE ON comments_comment
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN ((OLD.body, OLD.name) IS DISTINCT FROM (NEW.body, NEW.name) AND NEW.erased_at IS NULL
        AND OLD.original_purged_at IS NOT DISTINCT FROM NEW.original_purged_at)
  EXECUTE FUNCTION comments_guard_corrected();

-- What moderators tell each other is kept as it was said, or goes with the comment's words.
CREATE FUNCTION comments_guard_note() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.id, NEW.comment_id, NEW.by_id, NEW.at) IS DISTINCT FROM (OLD.id, OLD.comment_id, OLD.by_id, OLD.at)
     OR (NEW.text <> OLD.text AND NEW.text <> '') THEN
    RAISE EXCEPTION 'this record is append-only' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER comments_guard_note BEFORE UPDATE ON comments_moderatornote
  FOR EACH ROW EXECUTE FUNCTION comments_guard_note();

-- A report is answered once.
CREATE FUNCTION comments_guard_report() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.id, NEW.comment_id, NEW.reason, NEW.at) IS DISTINCT FROM (OLD.id, OLD.comment_id, OLD.reason, OLD.at)
     OR OLD.closed_by_id IS NOT NULL THEN
    RAISE EXCEPTION 'this record is append-only' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER comments_guard_report BEFORE UPDATE ON comments_report
  FOR EACH ROW EXECUTE FUNCTION comments_guard_report();
"""

KEPT = "".join(
    f"""
CREATE TRIGGER comments_{name}_append_only BEFORE UPDATE OR DELETE ON comments_{name}
  FOR EACH ROW EXECUTE FUNCTION clinic_refuse('this record is append-only');
CREATE TRIGGER comments_{name}_not_emptied BEFORE TRUNCATE ON comments_{name}
  FOR EACH STATEMENT EXECUTE FUNCTION clinic_refuse('this record is append-only');
"""
    for name in APPEND_ONLY
)

DROP = (
    "".join(
        f"DROP TRIGGER comments_{name}_not_emptied ON comments_{name};"
        f"DROP TRIGGER comments_{name}_append_only ON comments_{name};"
        for name in APPEND_ONLY
    )
    + """
DROP TRIGGER comments_guard_report ON comments_report;
DROP FUNCTION comments_guard_report;
DROP TRIGGER comments_guard_note ON comments_moderatornote;
DROP FUNCTION comments_guard_note;
DROP TRIGGER comments_guard_corrected ON comments_comment;
DROP FUNCTION comments_guard_corrected;
CREATE OR REPLACE FUNCTION comments_guard_comment() RETURNS trigger LANGUAGE plpgsql AS $$
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
"""
)


class Migration(migrations.Migration):
    dependencies = [("comments", "0003_words_and_records")]
    operations = [migrations.RunSQL(COMMENT + KEPT, reverse_sql=DROP)]
