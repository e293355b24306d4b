"""No words go live unless the checks were run on exactly them and nothing that they found stands open, whoever asks.

What the rules are is `articles.checks`' business and may change; what holds for every version is here: a run is sealed to
the words, an override comes from a clinician who did not write them, and nine rules are never overridden. That a run is
what the engine said is the word of the code that stored it: the database has no engine.
"""

from django.db import migrations

# OVERRIDE names the rules of articles/checks/registry.py, but EVD-05: that one decides finding by finding.
STATE = """
-- Whether the last word of a clinician on a finding is that it may stand; it counts until the words have gone live.
CREATE FUNCTION articles_is_overridden(revision bigint, finding text) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT coalesce((
    SELECT o.act = 'override' AND NOT articles_is_contributor(r.id, o.by_id)
    FROM articles_revision r
    JOIN articles_revision s ON s.article_id = r.article_id AND s.number <= r.number
    JOIN articles_findingoverride o ON o.revision_id = s.id AND o.fingerprint = finding
    WHERE r.id = revision AND s.number > coalesce((
      SELECT max(l.number) FROM articles_revision l
      WHERE l.article_id = r.article_id AND l.number < r.number AND l.published_at IS NOT NULL), 0)
    ORDER BY o.id DESC LIMIT 1), false)
$$;

-- Whether the last run at this step was over exactly the words in the table, whole, and left nothing open.
CREATE FUNCTION articles_is_checked(revision bigint, step text) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT coalesce((
    SELECT c.seal = articles_digest(c.revision_id) AND NOT c.cut_short AND NOT EXISTS (
      SELECT FROM jsonb_array_elements(c.findings) f
      WHERE f->>'severity' = 'block'
        AND NOT ((f->>'overridable')::boolean AND articles_is_overridden(c.revision_id, f->>'fingerprint')))
    FROM articles_checkrun c WHERE c.revision_id = revision AND c.occasion = step ORDER BY c.id DESC LIMIT 1), false)
$$;
"""

RUN = """
CREATE FUNCTION articles_guard_checkrun() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.seal <> articles_digest(NEW.revision_id) OR jsonb_typeof(NEW.findings) <> 'array' THEN
    RAISE EXCEPTION 'a run of the checks is sealed to the words' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER articles_guard_checkrun BEFORE INSERT ON articles_checkrun
  FOR EACH ROW EXECUTE FUNCTION articles_guard_checkrun();
"""

OVERRIDE = """
CREATE FUNCTION articles_guard_override() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  refused constant text := 'integrity_constraint_violation';
BEGIN
  IF NEW.rule IN ('SAF-01', 'SAF-02', 'SAF-03', 'SAF-06', 'CLM-03', 'CLM-04', 'DRG-01', 'GOV-02', 'CHK-01') THEN
    RAISE EXCEPTION 'this rule is never overridden' USING ERRCODE = refused;
  END IF;
  IF NOT EXISTS (SELECT FROM articles_revision r WHERE r.id = NEW.revision_id
                 AND r.status IN ('draft', 'in_review', 'signed_off', 'scheduled')) THEN
    RAISE EXCEPTION 'a finding is overridden on the way to readers' USING ERRCODE = refused;
  END IF;
  IF articles_is_contributor(NEW.revision_id, NEW.by_id) THEN
    RAISE EXCEPTION 'whoever changed the words overrides no finding in them' USING ERRCODE = refused;
  END IF;
  IF NOT EXISTS (SELECT FROM clinic_cms_user u WHERE u.id = NEW.by_id AND u.is_active) THEN
    RAISE EXCEPTION 'whoever overrides has an open account' USING ERRCODE = refused;
  END IF;
  IF NOT EXISTS (
       SELECT FROM clinic_cms_credential c
       WHERE c.id = NEW.credential_id AND c.person_id = NEW.by_id AND c.verified_on <= NEW.at::date + 1
         AND (c.expires_on IS NULL OR c.expires_on >= NEW.at::date - 1)
         AND (c.title, c.issuer) = (NEW.credential_title, NEW.credential_issuer)
         AND c.expires_on IS NOT DISTINCT FROM NEW.credential_expires_on) THEN
    RAISE EXCEPTION 'an override needs a credential valid that day' USING ERRCODE = refused;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER articles_guard_override BEFORE INSERT ON articles_findingoverride
  FOR EACH ROW EXECUTE FUNCTION articles_guard_override();
"""

LIVE = """
CREATE FUNCTION articles_guard_checked() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT articles_is_checked(NEW.id, 'going_live') THEN
    RAISE EXCEPTION 'these exact words have no run of the checks that leaves nothing open'
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER articles_guard_checked BEFORE UPDATE ON articles_revision FOR EACH ROW
  WHEN (NEW.status = 'published' AND OLD.status IS DISTINCT FROM 'published')
  EXECUTE FUNCTION articles_guard_checked();
"""

TABLES = ("articles_checkrun", "articles_findingoverride", "articles_overriderequest")
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
        "DROP TRIGGER articles_guard_checked ON articles_revision; DROP FUNCTION articles_guard_checked;",
        "DROP TRIGGER articles_guard_override ON articles_findingoverride; DROP FUNCTION articles_guard_override;",
        "DROP TRIGGER articles_guard_checkrun ON articles_checkrun; DROP FUNCTION articles_guard_checkrun;",
        "DROP FUNCTION articles_is_checked; DROP FUNCTION articles_is_overridden;",
    ]
)


class Migration(migrations.Migration):
    dependencies = [("articles", "0039_source_guards")]
    operations = [migrations.RunSQL("\n".join([STATE, RUN, OVERRIDE, LIVE, APPEND_ONLY]), reverse_sql=UNGUARD)]
