"""What is kept of a source is sealed with the words, where there is some; a source keeps its key and is never deleted.

Seals of references from before there was a library stay as they are.
"""

from django.db import migrations

DIGEST = """
CREATE OR REPLACE FUNCTION articles_digest(revision bigint) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT encode(sha256(convert_to(
    articles_field('title', r.title) || articles_field('summary', r.summary) || articles_field('body', r.body)
    || articles_field('disclaimer', r.disclaimer) || articles_field('interests', r.interests)
    || articles_field('byline', r.byline) || articles_field('topic', r.topic_id::text)
    || CASE WHEN r.correction_said = '' THEN '' ELSE articles_field('correction_said', r.correction_said) END
    || CASE WHEN r.correction_says = '' THEN '' ELSE articles_field('correction_says', r.correction_says) END
    || coalesce((SELECT articles_field('lead_picture', p.token) FROM articles_picture p WHERE p.id = r.lead_picture_id), '')
    || CASE WHEN r.lead_alt = '' THEN '' ELSE articles_field('lead_alt', r.lead_alt) END
    || CASE WHEN r.lead_caption = '' THEN '' ELSE articles_field('lead_caption', r.lead_caption) END
    || coalesce((
      SELECT string_agg(
        articles_field('reference.kind', f.kind) || articles_field('reference.authors', f.authors)
        || articles_field('reference.title', f.title) || articles_field('reference.container', f.container)
        || articles_field('reference.year', f.year) || articles_field('reference.volume', f.volume)
        || articles_field('reference.issue', f.issue) || articles_field('reference.pages', f.pages)
        || articles_field('reference.doi', f.doi) || articles_field('reference.pmid', f.pmid)
        || articles_field('reference.url', f.url)
        || articles_field('reference.checked_on', to_char(f.checked_on, 'YYYY-MM-DD')){evidence},
        '' ORDER BY f.position)
      FROM articles_reference f WHERE f.revision_id = r.id), ''), 'UTF8')), 'hex')
  FROM articles_revision r WHERE r.id = revision
$$;
"""
EVIDENCE = "".join(
    f"""
        || CASE WHEN f.{name} {nothing} THEN '' ELSE articles_field('reference.{name}', f.{name}::text) END"""
    for name, nothing in (
        ("study_type", "= ''"),
        ("participants", "IS NULL"),
        ("population", "= ''"),
        ("funding", "= ''"),
        ("csl", "= ''"),
        ("entry", "= ''"),
    )
)

GUARD = """
CREATE FUNCTION articles_guard_source() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a source keeps its key' USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER articles_guard_source BEFORE UPDATE ON articles_source FOR EACH ROW
  WHEN (NEW.key <> OLD.key OR NEW.id <> OLD.id) EXECUTE FUNCTION articles_guard_source();
CREATE TRIGGER articles_source_kept BEFORE DELETE ON articles_source
  FOR EACH ROW EXECUTE FUNCTION clinic_refuse('it is kept for ever');
CREATE TRIGGER articles_source_not_emptied BEFORE TRUNCATE ON articles_source
  FOR EACH STATEMENT EXECUTE FUNCTION clinic_refuse('it is kept for ever');
"""
UNGUARD = """
DROP TRIGGER articles_source_not_emptied ON articles_source;
DROP TRIGGER articles_source_kept ON articles_source;
DROP TRIGGER articles_guard_source ON articles_source;
DROP FUNCTION articles_guard_source;
"""


class Migration(migrations.Migration):
    dependencies = [("articles", "0037_going_live_guards")]
    operations = [
        migrations.RunSQL(DIGEST.format(evidence=EVIDENCE) + GUARD, reverse_sql=UNGUARD + DIGEST.format(evidence=""))
    ]
