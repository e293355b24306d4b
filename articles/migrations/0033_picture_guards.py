"""Pictures: what one shows never changes, consent is append-only, uses follow the words, lead pictures are sealed.

Seals of words without a lead picture stay as they are.
"""

from django.db import migrations

DIGEST = """
CREATE OR REPLACE FUNCTION articles_digest(revision bigint) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT encode(sha256(convert_to(
    articles_field('title', r.title) || articles_field('summary', r.summary) || articles_field('body', r.body)
    || articles_field('disclaimer', r.disclaimer) || articles_field('interests', r.interests)
    || articles_field('byline', r.byline) || articles_field('topic', r.topic_id::text)
    || CASE WHEN r.correction_said = '' THEN '' ELSE articles_field('correction_said', r.correction_said) END
    || CASE WHEN r.correction_says = '' THEN '' ELSE articles_field('correction_says', r.correction_says) END{lead}
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
LEAD = """
    || coalesce((SELECT articles_field('lead_picture', p.token) FROM articles_picture p WHERE p.id = r.lead_picture_id), '')
    || CASE WHEN r.lead_alt = '' THEN '' ELSE articles_field('lead_alt', r.lead_alt) END
    || CASE WHEN r.lead_caption = '' THEN '' ELSE articles_field('lead_caption', r.lead_caption) END"""

FROZEN = """
CREATE FUNCTION articles_guard_lead() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a lead picture freezes with the words' USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER articles_guard_lead BEFORE UPDATE ON articles_revision FOR EACH ROW
  WHEN ((OLD.status <> 'draft' OR NEW.status <> 'draft')
        AND (OLD.lead_picture_id, OLD.lead_alt, OLD.lead_decorative, OLD.lead_caption)
        IS DISTINCT FROM (NEW.lead_picture_id, NEW.lead_alt, NEW.lead_decorative, NEW.lead_caption))
  EXECUTE FUNCTION articles_guard_lead();
"""

# The words say which pictures they show; what is kept of it is only ever made of them, in the same statement.
USES = """
CREATE FUNCTION articles_keep_picture_uses() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  shown bigint[] := ARRAY(
    SELECT p.id FROM articles_picture p
    WHERE p.id = NEW.lead_picture_id
       OR p.token IN (SELECT m[1] FROM regexp_matches(NEW.body, '/pictures/([0-9a-f]{32})/', 'g') m)
    ORDER BY p.id FOR SHARE);
BEGIN
  DELETE FROM articles_pictureuse u WHERE u.revision_id = NEW.id AND u.picture_id <> ALL (shown);
  INSERT INTO articles_pictureuse (revision_id, picture_id)
    SELECT NEW.id, p.id FROM articles_picture p WHERE p.id = ANY (shown) AND p.deleted_at IS NULL
    ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER articles_keep_picture_uses AFTER INSERT ON articles_revision
  FOR EACH ROW EXECUTE FUNCTION articles_keep_picture_uses();
CREATE TRIGGER articles_follow_picture_uses AFTER UPDATE ON articles_revision FOR EACH ROW
  WHEN ((OLD.body, OLD.lead_picture_id) IS DISTINCT FROM (NEW.body, NEW.lead_picture_id))
  EXECUTE FUNCTION articles_keep_picture_uses();

CREATE FUNCTION articles_guard_picture_use() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF pg_trigger_depth() < 2 THEN
    RAISE EXCEPTION 'which pictures are used follows from the words' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER articles_guard_picture_use BEFORE INSERT OR UPDATE OR DELETE ON articles_pictureuse
  FOR EACH ROW EXECUTE FUNCTION articles_guard_picture_use();
CREATE TRIGGER articles_pictureuse_not_emptied BEFORE TRUNCATE ON articles_pictureuse
  FOR EACH STATEMENT EXECUTE FUNCTION clinic_refuse('it is kept for ever');
"""

PICTURES = """
CREATE FUNCTION articles_guard_picture() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.id, NEW.token, NEW.width, NEW.height, NEW.digest, NEW.created_by_id, NEW.created_at)
     IS DISTINCT FROM (OLD.id, OLD.token, OLD.width, OLD.height, OLD.digest, OLD.created_by_id, OLD.created_at) THEN
    RAISE EXCEPTION 'what a picture shows never changes' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF OLD.deleted_at IS NOT NULL THEN
    RAISE EXCEPTION 'a deleted picture stays as it is' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF NEW.deleted_at IS NOT NULL AND EXISTS (
    SELECT FROM articles_pictureuse u JOIN articles_revision r ON r.id = u.revision_id
    WHERE u.picture_id = NEW.id AND r.status <> 'discarded') THEN
    RAISE EXCEPTION 'a picture that is used is not deleted' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER articles_guard_picture BEFORE UPDATE ON articles_picture
  FOR EACH ROW EXECUTE FUNCTION articles_guard_picture();
CREATE TRIGGER articles_picture_row_stays BEFORE DELETE ON articles_picture
  FOR EACH ROW EXECUTE FUNCTION clinic_refuse('its row tells what was shown');
CREATE TRIGGER articles_picture_not_emptied BEFORE TRUNCATE ON articles_picture
  FOR EACH STATEMENT EXECUTE FUNCTION clinic_refuse('it is kept for ever');
CREATE TRIGGER articles_pictureconsent_append_only BEFORE UPDATE OR DELETE ON articles_pictureconsent
  FOR EACH ROW EXECUTE FUNCTION clinic_refuse('this record is append-only');
CREATE TRIGGER articles_pictureconsent_not_emptied BEFORE TRUNCATE ON articles_pictureconsent
  FOR EACH STATEMENT EXECUTE FUNCTION clinic_refuse('it is kept for ever');
"""

UNGUARD = """
DROP TRIGGER articles_pictureconsent_not_emptied ON articles_pictureconsent;
DROP TRIGGER articles_pictureconsent_append_only ON articles_pictureconsent;
DROP TRIGGER articles_picture_not_emptied ON articles_picture;
DROP TRIGGER articles_picture_row_stays ON articles_picture;
DROP TRIGGER articles_guard_picture ON articles_picture;
DROP FUNCTION articles_guard_picture;
DROP TRIGGER articles_pictureuse_not_emptied ON articles_pictureuse;
DROP TRIGGER articles_guard_picture_use ON articles_pictureuse;
DROP FUNCTION articles_guard_picture_use;
DROP TRIGGER articles_follow_picture_uses ON articles_revision;
DROP TRIGGER articles_keep_picture_uses ON articles_revision;
DROP FUNCTION articles_keep_picture_uses;
DROP TRIGGER articles_guard_lead ON articles_revision;
DROP FUNCTION articles_guard_lead;
"""


class Migration(migrations.Migration):
    dependencies = [("articles", "0031_named_version_guards")]
    operations = [
        migrations.RunSQL(
            DIGEST.format(lead=LEAD) + FROZEN + USES + PICTURES, reverse_sql=UNGUARD + DIGEST.format(lead="")
        )
    ]
