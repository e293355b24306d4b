"""What a carried-over sign-off may rest on, refused by the database too.

A clinical sign-off is carried over only from the words that are live, by a change that is less than clinical: no digit,
link, reference, topic, statement of interests or disclaimer differs. Once the words it came from are withdrawn it
counts for nothing.
"""

from django.db import migrations

GUARD = """
-- What a revision says wherever a slip could harm: digits, links, references, topic, statements.
CREATE FUNCTION articles_facts(revision bigint) RETURNS jsonb LANGUAGE sql STABLE AS $$
  SELECT jsonb_build_array(
    regexp_replace(
      regexp_replace(r.title || ' ' || r.summary || ' ' || r.body, '<[^>]*>', '', 'g'), '[^0-9]+', ' ', 'g'),
    (SELECT jsonb_agg(m[1] ORDER BY n) FROM regexp_matches(r.body, 'href="([^"]*)"', 'g') WITH ORDINALITY AS x(m, n)),
    r.topic_id, r.interests, r.disclaimer,
    (SELECT jsonb_agg(to_jsonb(f) - 'id' - 'revision_id' ORDER BY f.position) FROM articles_reference f
     WHERE f.revision_id = r.id))
  FROM articles_revision r WHERE r.id = revision
$$;

CREATE FUNCTION articles_guard_carried() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  review articles_review%ROWTYPE;
  revision articles_revision%ROWTYPE;
  source articles_signoff%ROWTYPE;
  live articles_revision%ROWTYPE;
  carried integer;
  most integer;
  refused constant text := 'integrity_constraint_violation';
BEGIN
  IF NEW.carried_from_id IS NULL THEN
    RETURN NEW;
  END IF;
  SELECT * INTO review FROM articles_review WHERE id = NEW.review_id;
  SELECT * INTO revision FROM articles_revision WHERE id = review.revision_id;
  SELECT * INTO source FROM articles_signoff WHERE id = NEW.carried_from_id;
  SELECT r.* INTO live FROM articles_revision r JOIN articles_review v ON v.revision_id = r.id
    WHERE v.id = source.review_id;
  IF live.article_id <> revision.article_id OR live.status <> 'published' THEN
    RAISE EXCEPTION 'a sign-off is carried over from the words that are live' USING ERRCODE = refused;
  END IF;
  IF (source.kind, source.by_id, source.signer_name, source.credential_id, source.credential_title,
      source.credential_issuer) IS DISTINCT FROM
     (NEW.kind, NEW.by_id, NEW.signer_name, NEW.credential_id, NEW.credential_title, NEW.credential_issuer) THEN
    RAISE EXCEPTION 'a carried-over sign-off is the same person''s' USING ERRCODE = refused;
  END IF;
  SELECT count(*) INTO carried FROM articles_signoff s WHERE s.review_id = review.id AND s.carried_from_id IS NOT NULL;
  most := CASE review.change_class
    WHEN 'typo' THEN review.clinical_needed WHEN 'editorial' THEN review.clinical_needed - 1 ELSE 0 END;
  IF review.whole_article OR carried >= most THEN
    RAISE EXCEPTION 'this change needs the sign-off anew' USING ERRCODE = refused;
  END IF;
  IF articles_facts(live.id) <> articles_facts(revision.id) THEN
    RAISE EXCEPTION 'a change of a number, a link or a source needs the sign-off anew' USING ERRCODE = refused;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER articles_guard_carried BEFORE INSERT ON articles_signoff
  FOR EACH ROW EXECUTE FUNCTION articles_guard_carried();

-- As in 0003; and nobody's sign-off counts who has become a contributor since, nor one that was carried over from words
-- that have been withdrawn.
CREATE FUNCTION articles_standing(revision bigint, sign_off_kind text) RETURNS bigint LANGUAGE sql STABLE AS $$
  SELECT count(*) FROM articles_signoff s
  JOIN articles_review v ON v.id = s.review_id
  JOIN articles_revision r ON r.id = v.revision_id
  WHERE r.id = revision AND s.kind = sign_off_kind AND s.seal = r.seal AND NOT articles_is_contributor(r.id, s.by_id)
    AND NOT EXISTS (
      SELECT FROM articles_signoff o JOIN articles_review p ON p.id = o.review_id
      JOIN articles_revision l ON l.id = p.revision_id
      WHERE o.id = s.carried_from_id AND l.status = 'withdrawn')
$$;
CREATE OR REPLACE FUNCTION articles_is_signed(revision bigint) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (
    SELECT FROM articles_revision r JOIN articles_review v ON v.revision_id = r.id
    WHERE r.id = revision AND r.seal = articles_digest(r.id)
      AND articles_standing(r.id, 'editorial') >= v.editorial_needed
      AND articles_standing(r.id, 'clinical') >= v.clinical_needed)
$$;
"""

UNGUARD = """
DROP TRIGGER articles_guard_carried ON articles_signoff;
DROP FUNCTION articles_guard_carried;
DROP FUNCTION articles_facts;
CREATE OR REPLACE FUNCTION articles_is_signed(revision bigint) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (
    SELECT FROM articles_revision r JOIN articles_review v ON v.revision_id = r.id
    WHERE r.id = revision AND r.seal = articles_digest(r.id)
      AND (SELECT count(*) FROM articles_signoff s
           WHERE s.review_id = v.id AND s.kind = 'editorial' AND s.seal = r.seal) >= v.editorial_needed
      AND (SELECT count(*) FROM articles_signoff s
           WHERE s.review_id = v.id AND s.kind = 'clinical' AND s.seal = r.seal) >= v.clinical_needed)
$$;
DROP FUNCTION articles_standing;
"""


class Migration(migrations.Migration):
    dependencies = [("articles", "0015_review_date_guards")]
    operations = [migrations.RunSQL(GUARD, reverse_sql=UNGUARD)]
