"""The database keeps the promises by itself: frozen words, sealed sign-offs, append-only records, nothing deleted.

Every rule here stands in `articles.workflow` or `articles.rules` too, where it is told to people; here it is refused
to everybody else: raw SQL, the admin, a bulk update, a bug. `tests/articles/test_guards.py` holds both to each other.
"""

from django.db import migrations

FIELDS = """
CREATE FUNCTION articles_field(name text, value text) RETURNS text LANGUAGE sql IMMUTABLE AS
$$ SELECT name || ':' || octet_length(coalesce(value, '')) || ':' || coalesce(value, '') || chr(10) $$;

-- The same canonical form as articles/seal.py, over the words as they stand in the tables.
CREATE FUNCTION articles_digest(revision bigint) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT encode(sha256(convert_to(
    articles_field('title', r.title) || articles_field('summary', r.summary) || articles_field('body', r.body)
    || articles_field('disclaimer', r.disclaimer) || articles_field('interests', r.interests)
    || articles_field('byline', r.byline) || articles_field('topic', r.topic_id::text)
    || coalesce((
      SELECT string_agg(
        articles_field('reference.kind', f.kind) || articles_field('reference.authors', f.authors)
        || articles_field('reference.title', f.title) || articles_field('reference.container', f.container)
        || articles_field('reference.year', f.year) || articles_field('reference.volume', f.volume)
        || articles_field('reference.issue', f.issue) || articles_field('reference.pages', f.pages)
        || articles_field('reference.doi', f.doi) || articles_field('reference.pmid', f.pmid)
        || articles_field('reference.url', f.url)
        || articles_field('reference.checked_on', to_char(f.checked_on, 'YYYY-MM-DD')),
        '' ORDER BY f.position)
      FROM articles_reference f WHERE f.revision_id = r.id), ''), 'UTF8')), 'hex')
  FROM articles_revision r WHERE r.id = revision
$$;

-- Whoever changed the words since the article was last live, or is named as their author.
CREATE FUNCTION articles_is_contributor(revision bigint, person bigint) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT FROM articles_revision r WHERE r.id = revision AND r.author_id = person)
    OR EXISTS (
      SELECT FROM articles_revision r
      JOIN articles_revision s ON s.article_id = r.article_id AND s.number <= r.number
      JOIN articles_contribution c ON c.revision_id = s.id AND c.person_id = person
      WHERE r.id = revision AND s.number > coalesce((
        SELECT max(l.number) FROM articles_revision l
        WHERE l.article_id = r.article_id AND l.number < r.number AND l.published_at IS NOT NULL), 0))
$$;

-- Whether a revision has every sign-off its review asked for, each over exactly the words in the table now.
CREATE FUNCTION articles_is_signed(revision bigint) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (
    SELECT FROM articles_revision r JOIN articles_review v ON v.revision_id = r.id
    WHERE r.id = revision AND r.seal = articles_digest(r.id)
      AND (SELECT count(*) FROM articles_signoff s
           WHERE s.review_id = v.id AND s.kind = 'editorial' AND s.seal = r.seal) >= v.editorial_needed
      AND (SELECT count(*) FROM articles_signoff s
           WHERE s.review_id = v.id AND s.kind = 'clinical' AND s.seal = r.seal) >= v.clinical_needed)
$$;
"""

REFUSE = """
CREATE FUNCTION clinic_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% on % is refused: %', TG_OP, TG_TABLE_NAME, TG_ARGV[0]
    USING ERRCODE = 'integrity_constraint_violation';
END $$;
"""

REVISION = """
CREATE FUNCTION articles_guard_revision() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  refused constant text := 'integrity_constraint_violation';
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.status <> 'draft' OR NEW.seal <> '' THEN
      RAISE EXCEPTION 'a revision starts as a draft' USING ERRCODE = refused;
    END IF;
    RETURN NEW;
  END IF;
  IF (NEW.id, NEW.article_id, NEW.number, NEW.created_by_id, NEW.created_at, NEW.based_on_id)
     IS DISTINCT FROM (OLD.id, OLD.article_id, OLD.number, OLD.created_by_id, OLD.created_at, OLD.based_on_id) THEN
    RAISE EXCEPTION 'where a revision comes from never changes' USING ERRCODE = refused;
  END IF;
  IF (OLD.status <> 'draft' OR NEW.status <> 'draft')
     AND (NEW.title, NEW.summary, NEW.body, NEW.topic_id, NEW.author_id, NEW.byline, NEW.interests, NEW.disclaimer,
          NEW.change_note, NEW.word_count, NEW.words_version, NEW.saved_by_id, NEW.saved_at)
     IS DISTINCT FROM
         (OLD.title, OLD.summary, OLD.body, OLD.topic_id, OLD.author_id, OLD.byline, OLD.interests, OLD.disclaimer,
          OLD.change_note, OLD.word_count, OLD.words_version, OLD.saved_by_id, OLD.saved_at) THEN
    RAISE EXCEPTION 'words freeze when they leave draft' USING ERRCODE = refused;
  END IF;
  IF NEW.status = OLD.status THEN
    IF NEW.seal <> OLD.seal OR (NEW.published_at, NEW.ended_at, NEW.last_reviewed_on, NEW.next_review_due)
       IS DISTINCT FROM (OLD.published_at, OLD.ended_at, OLD.last_reviewed_on, OLD.next_review_due) THEN
      RAISE EXCEPTION 'a seal and the dates of going live change only with a step' USING ERRCODE = refused;
    END IF;
    RETURN NEW;
  END IF;
  IF (OLD.status, NEW.status) NOT IN (
       ('draft', 'in_review'), ('draft', 'discarded'), ('in_review', 'signed_off'), ('in_review', 'returned'),
       ('signed_off', 'returned'), ('scheduled', 'returned'), ('signed_off', 'scheduled'), ('scheduled', 'signed_off'),
       ('signed_off', 'published'), ('scheduled', 'published'),
       ('published', 'superseded'), ('published', 'withdrawn')) THEN
    RAISE EXCEPTION 'a revision never goes from % to %', OLD.status, NEW.status USING ERRCODE = refused;
  END IF;
  IF NEW.status = 'in_review' THEN
    IF NEW.seal <> articles_digest(NEW.id) OR NOT EXISTS (SELECT FROM articles_review WHERE revision_id = NEW.id) THEN
      RAISE EXCEPTION 'a revision in review is sealed to its words and has a review' USING ERRCODE = refused;
    END IF;
  ELSIF NEW.seal <> OLD.seal THEN
    RAISE EXCEPTION 'a seal never changes' USING ERRCODE = refused;
  END IF;
  IF NEW.status IN ('signed_off', 'scheduled', 'published') AND NOT articles_is_signed(NEW.id) THEN
    RAISE EXCEPTION 'these exact words do not have the sign-offs they need' USING ERRCODE = refused;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER articles_guard_revision BEFORE INSERT OR UPDATE ON articles_revision
  FOR EACH ROW EXECUTE FUNCTION articles_guard_revision();
"""

REFERENCE = """
CREATE FUNCTION articles_guard_reference() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM articles_revision r WHERE r.status <> 'draft'
             AND r.id IN (CASE WHEN TG_OP = 'INSERT' THEN NULL ELSE OLD.revision_id END,
                          CASE WHEN TG_OP = 'DELETE' THEN NULL ELSE NEW.revision_id END)) THEN
    RAISE EXCEPTION 'references freeze with the words' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER articles_guard_reference BEFORE INSERT OR UPDATE OR DELETE ON articles_reference
  FOR EACH ROW EXECUTE FUNCTION articles_guard_reference();
"""

SIGNOFF = """
CREATE FUNCTION articles_guard_signoff() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  revision articles_revision%ROWTYPE;
  refused constant text := 'integrity_constraint_violation';
BEGIN
  SELECT r.* INTO revision FROM articles_revision r JOIN articles_review v ON v.revision_id = r.id
    WHERE v.id = NEW.review_id;
  IF revision.status IS DISTINCT FROM 'in_review' THEN
    RAISE EXCEPTION 'only a revision in review can be signed off' USING ERRCODE = refused;
  END IF;
  IF NEW.seal <> revision.seal OR NEW.seal <> articles_digest(revision.id) THEN
    RAISE EXCEPTION 'a sign-off is sealed to the words' USING ERRCODE = refused;
  END IF;
  IF articles_is_contributor(revision.id, NEW.by_id) THEN
    RAISE EXCEPTION 'a signer is not a contributor' USING ERRCODE = refused;
  END IF;
  IF NOT EXISTS (SELECT FROM clinic_cms_user u WHERE u.id = NEW.by_id AND u.is_active) THEN
    RAISE EXCEPTION 'a signer has an open account' USING ERRCODE = refused;
  END IF;
  IF NEW.kind = 'clinical' AND NOT EXISTS (
       SELECT FROM clinic_cms_credential c
       WHERE c.id = NEW.credential_id AND c.person_id = NEW.by_id AND c.verified_on <= NEW.at::date + 1
         AND (c.expires_on IS NULL OR c.expires_on >= NEW.at::date - 1)
         AND (c.title, c.issuer) = (NEW.credential_title, NEW.credential_issuer)
         AND c.expires_on IS NOT DISTINCT FROM NEW.credential_expires_on) THEN
    RAISE EXCEPTION 'a clinical sign-off needs a credential valid that day' USING ERRCODE = refused;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER articles_guard_signoff BEFORE INSERT ON articles_signoff
  FOR EACH ROW EXECUTE FUNCTION articles_guard_signoff();
"""

# At the end of every transaction the article shows exactly its published revision, or none.
LIVE = """
CREATE FUNCTION articles_guard_live() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  article bigint := CASE WHEN TG_TABLE_NAME = 'articles_article' THEN NEW.id
    ELSE (to_jsonb(NEW)->>'article_id')::bigint END;
BEGIN
  IF (SELECT a.live_revision_id FROM articles_article a WHERE a.id = article) IS DISTINCT FROM
     (SELECT r.id FROM articles_revision r WHERE r.article_id = article AND r.status = 'published') THEN
    RAISE EXCEPTION 'an article shows its published revision and nothing else'
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER articles_guard_live AFTER INSERT OR UPDATE ON articles_article
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION articles_guard_live();
CREATE CONSTRAINT TRIGGER articles_guard_live AFTER INSERT OR UPDATE ON articles_revision
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION articles_guard_live();
"""

# What may never be changed, and what may never be deleted; emptying a table counts as deleting.
APPEND_ONLY = ("articles_transition", "articles_signoff", "articles_review", "articles_contribution")
KEPT = ("articles_article", "articles_revision", "articles_topic", "clinic_cms_user", "clinic_cms_credential")


def _refusals() -> str:
    statements = [
        f"CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE ON {table} FOR EACH ROW "
        "EXECUTE FUNCTION clinic_refuse('this record is append-only');"
        for table in APPEND_ONLY
    ]
    statements += [
        f"CREATE TRIGGER {table}_kept BEFORE DELETE ON {table} FOR EACH ROW "
        "EXECUTE FUNCTION clinic_refuse('it is kept for ever');"
        for table in KEPT
    ]
    statements += [
        f"CREATE TRIGGER {table}_not_emptied BEFORE TRUNCATE ON {table} FOR EACH STATEMENT "
        "EXECUTE FUNCTION clinic_refuse('it is kept for ever');"
        for table in (*APPEND_ONLY, *KEPT, "articles_reference")
    ]
    return "\n".join(statements)


DROP = "\n".join(
    [
        *(f"DROP TRIGGER {table}_append_only ON {table};" for table in APPEND_ONLY),
        *(f"DROP TRIGGER {table}_kept ON {table};" for table in KEPT),
        *(f"DROP TRIGGER {table}_not_emptied ON {table};" for table in (*APPEND_ONLY, *KEPT, "articles_reference")),
        "DROP TRIGGER articles_guard_live ON articles_article; DROP TRIGGER articles_guard_live ON articles_revision;",
        "DROP TRIGGER articles_guard_signoff ON articles_signoff;",
        "DROP TRIGGER articles_guard_reference ON articles_reference;",
        "DROP TRIGGER articles_guard_revision ON articles_revision;",
        "DROP FUNCTION articles_guard_live; DROP FUNCTION articles_guard_signoff;",
        "DROP FUNCTION articles_guard_reference;",
        "DROP FUNCTION articles_guard_revision; DROP FUNCTION clinic_refuse; DROP FUNCTION articles_is_signed;",
        "DROP FUNCTION articles_is_contributor; DROP FUNCTION articles_digest; DROP FUNCTION articles_field;",
    ]
)


class Migration(migrations.Migration):
    dependencies = [("articles", "0001_initial"), ("clinic_cms", "0001_initial")]
    operations = [
        migrations.RunSQL(
            "\n".join([FIELDS, REFUSE, REVISION, REFERENCE, SIGNOFF, LIVE, _refusals()]), reverse_sql=DROP
        ),
    ]
