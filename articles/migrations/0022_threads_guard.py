"""An open thread stands in the way of every sign-off, whoever inserts the row; threads and entries are kept as they are.

Opening a thread and signing off both lock the article's row, so that of the two at once one comes first.
"""

from django.db import migrations

STATE = """
CREATE FUNCTION articles_is_open(thread bigint) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT coalesce((SELECT e.kind FROM articles_threadentry e
                   WHERE e.thread_id = thread AND e.kind IN ('resolve', 'reopen') ORDER BY e.id DESC LIMIT 1),
                  'reopen') = 'reopen'
$$;

CREATE FUNCTION articles_guard_settled(article bigint) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM articles_article a WHERE a.id = article FOR NO KEY UPDATE;
  IF EXISTS (SELECT FROM articles_revision r WHERE r.article_id = article AND r.status IN ('signed_off', 'scheduled'))
  THEN
    RAISE EXCEPTION 'nothing is open about words that are signed off' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
END $$;
"""

THREAD = """
CREATE FUNCTION articles_guard_thread() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM articles_revision r WHERE r.id = NEW.revision_id AND r.article_id = NEW.article_id) THEN
    RAISE EXCEPTION 'a thread is about words of its article' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  PERFORM articles_guard_settled(NEW.article_id);
  RETURN NEW;
END $$;
CREATE TRIGGER articles_guard_thread BEFORE INSERT ON articles_thread
  FOR EACH ROW EXECUTE FUNCTION articles_guard_thread();
"""

ENTRY = """
CREATE FUNCTION articles_guard_threadentry() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  thread articles_thread%ROWTYPE;
  refused constant text := 'integrity_constraint_violation';
BEGIN
  SELECT t.* INTO thread FROM articles_thread t WHERE t.id = NEW.thread_id;
  IF NEW.kind = 'comment' THEN
    RETURN NEW;
  END IF;
  PERFORM FROM articles_article a WHERE a.id = thread.article_id FOR NO KEY UPDATE;
  IF articles_is_open(NEW.thread_id) <> (NEW.kind = 'resolve') THEN
    RAISE EXCEPTION 'an open thread is resolved, and a resolved one is reopened' USING ERRCODE = refused;
  END IF;
  IF NEW.kind = 'reopen' THEN
    PERFORM articles_guard_settled(thread.article_id);
  ELSIF NEW.by_id IS NULL OR NEW.by_id IS DISTINCT FROM thread.opened_by_id AND articles_is_contributor(
      (SELECT r.id FROM articles_revision r WHERE r.article_id = thread.article_id ORDER BY r.number DESC LIMIT 1),
      NEW.by_id) THEN
    RAISE EXCEPTION 'whoever changed the words does not resolve what others said of them' USING ERRCODE = refused;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER articles_guard_threadentry BEFORE INSERT ON articles_threadentry
  FOR EACH ROW EXECUTE FUNCTION articles_guard_threadentry();
"""

SIGNOFF = """
CREATE FUNCTION articles_guard_discussed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  article bigint := (SELECT r.article_id FROM articles_revision r JOIN articles_review v ON v.revision_id = r.id
                     WHERE v.id = NEW.review_id);
BEGIN
  PERFORM FROM articles_article a WHERE a.id = article FOR NO KEY UPDATE;
  IF EXISTS (SELECT FROM articles_thread t WHERE t.article_id = article AND articles_is_open(t.id)) THEN
    RAISE EXCEPTION 'words with an open thread are not signed off' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER articles_guard_discussed BEFORE INSERT ON articles_signoff
  FOR EACH ROW EXECUTE FUNCTION articles_guard_discussed();
"""

TABLES = ("articles_thread", "articles_threadentry")
APPEND_ONLY = "\n".join(
    f"CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE ON {table} FOR EACH ROW "
    "EXECUTE FUNCTION clinic_refuse('this record is append-only');\n"
    f"CREATE TRIGGER {table}_not_emptied BEFORE TRUNCATE ON {table} FOR EACH STATEMENT "
    "EXECUTE FUNCTION clinic_refuse('it is kept for ever');"
    for table in TABLES
)

UNGUARD = "\n".join(
    [
        *(
            f"DROP TRIGGER {table}_not_emptied ON {table}; DROP TRIGGER {table}_append_only ON {table};"
            for table in TABLES
        ),
        "DROP TRIGGER articles_guard_discussed ON articles_signoff; DROP FUNCTION articles_guard_discussed;",
        "DROP TRIGGER articles_guard_threadentry ON articles_threadentry; DROP FUNCTION articles_guard_threadentry;",
        "DROP TRIGGER articles_guard_thread ON articles_thread; DROP FUNCTION articles_guard_thread;",
        "DROP FUNCTION articles_guard_settled; DROP FUNCTION articles_is_open;",
    ]
)


class Migration(migrations.Migration):
    dependencies = [("articles", "0020_assignment_guards")]
    operations = [
        migrations.RunSQL("\n".join([STATE, THREAD, ENTRY, SIGNOFF, APPEND_ONLY]), reverse_sql=UNGUARD),
    ]
