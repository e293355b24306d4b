"""A public correction is sealed and frozen with the words. Seals of words without one stay as they are."""

from django.db import migrations

DIGEST = """
CREATE OR REPLACE FUNCTION articles_digest(revision bigint) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT encode(sha256(convert_to(
    articles_field('title', r.title) || articles_field('summary', r.summary) || articles_field('body', r.body)
    || articles_field('disclaimer', r.disclaimer) || articles_field('interests', r.interests)
    || articles_field('byline', r.byline) || articles_field('topic', r.topic_id::text){correction}
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
"""
CORRECTION = """
    || CASE WHEN r.correction_said = '' THEN '' ELSE articles_field('correction_said', r.correction_said) END
    || CASE WHEN r.correction_says = '' THEN '' ELSE articles_field('correction_says', r.correction_says) END"""

FROZEN = """
CREATE FUNCTION articles_guard_correction() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a correction freezes with the words' USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER articles_guard_correction BEFORE UPDATE ON articles_revision FOR EACH ROW
  WHEN ((OLD.status <> 'draft' OR NEW.status <> 'draft')
        AND (OLD.correction_said, OLD.correction_says) IS DISTINCT FROM (NEW.correction_said, NEW.correction_says))
  EXECUTE FUNCTION articles_guard_correction();
"""

THAW = """
DROP TRIGGER articles_guard_correction ON articles_revision;
DROP FUNCTION articles_guard_correction;
"""


class Migration(migrations.Migration):
    dependencies = [("articles", "0026_topic_withdrawal_guards")]
    operations = [
        migrations.RunSQL(
            DIGEST.format(correction=CORRECTION) + FROZEN, reverse_sql=THAW + DIGEST.format(correction="")
        )
    ]
