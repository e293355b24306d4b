"""Assignments are append-only and given to people who may sign; a claim only moves its end, is given back once, and
neither is ever deleted. The author of the words chooses nobody, whoever inserts the row.
"""

from django.db import migrations

GUARD = """
CREATE FUNCTION articles_guard_reader(revision bigint, reader bigint) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  refused constant text := 'integrity_constraint_violation';
BEGIN
  IF (SELECT r.status FROM articles_revision r WHERE r.id = revision) IS DISTINCT FROM 'in_review' THEN
    RAISE EXCEPTION 'only a revision in review waits for somebody' USING ERRCODE = refused;
  END IF;
  IF articles_is_contributor(revision, reader) THEN
    RAISE EXCEPTION 'a contributor is not asked to sign' USING ERRCODE = refused;
  END IF;
  IF NOT EXISTS (SELECT FROM clinic_cms_user u WHERE u.id = reader AND u.is_active) THEN
    RAISE EXCEPTION 'whoever is asked to sign has an open account' USING ERRCODE = refused;
  END IF;
END $$;

CREATE FUNCTION articles_guard_assignment() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  refused constant text := 'integrity_constraint_violation';
  review articles_review%ROWTYPE;
BEGIN
  SELECT v.* INTO review FROM articles_review v WHERE v.id = NEW.review_id;
  PERFORM articles_guard_reader(review.revision_id, NEW.person_id);
  IF articles_is_contributor(review.revision_id, NEW.by_id) THEN
    RAISE EXCEPTION 'a contributor does not choose who signs' USING ERRCODE = refused;
  END IF;
  IF NEW.replaces_id IS NOT NULL AND NOT EXISTS (
       SELECT FROM articles_assignment a
       WHERE a.id = NEW.replaces_id AND (a.review_id, a.kind) = (NEW.review_id, NEW.kind)) THEN
    RAISE EXCEPTION 'an assignment replaces one of the same sign-off' USING ERRCODE = refused;
  END IF;
  IF (SELECT count(*) FROM articles_assignment a
      WHERE (a.review_id, a.kind) = (NEW.review_id, NEW.kind) AND a.id IS DISTINCT FROM NEW.replaces_id
        AND NOT EXISTS (SELECT FROM articles_assignment b WHERE b.replaces_id = a.id))
     >= (CASE NEW.kind WHEN 'editorial' THEN review.editorial_needed ELSE review.clinical_needed END) THEN
    RAISE EXCEPTION 'a review is given to as many people as it needs' USING ERRCODE = refused;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER articles_guard_assignment BEFORE INSERT ON articles_assignment
  FOR EACH ROW EXECUTE FUNCTION articles_guard_assignment();

CREATE FUNCTION articles_guard_claim() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    PERFORM articles_guard_reader((SELECT v.revision_id FROM articles_review v WHERE v.id = NEW.review_id), NEW.person_id);
  ELSIF (NEW.id, NEW.review_id, NEW.kind, NEW.person_id, NEW.claimed_at)
        IS DISTINCT FROM (OLD.id, OLD.review_id, OLD.kind, OLD.person_id, OLD.claimed_at)
        OR OLD.released_at IS NOT NULL OR NEW.expires_at < OLD.expires_at THEN
    RAISE EXCEPTION 'a claim only lasts longer or is given back' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER articles_guard_claim BEFORE INSERT OR UPDATE ON articles_claim
  FOR EACH ROW EXECUTE FUNCTION articles_guard_claim();

CREATE TRIGGER articles_assignment_append_only BEFORE UPDATE OR DELETE ON articles_assignment FOR EACH ROW
  EXECUTE FUNCTION clinic_refuse('this record is append-only');
CREATE TRIGGER articles_claim_kept BEFORE DELETE ON articles_claim FOR EACH ROW
  EXECUTE FUNCTION clinic_refuse('it is kept for ever');
CREATE TRIGGER articles_assignment_not_emptied BEFORE TRUNCATE ON articles_assignment FOR EACH STATEMENT
  EXECUTE FUNCTION clinic_refuse('it is kept for ever');
CREATE TRIGGER articles_claim_not_emptied BEFORE TRUNCATE ON articles_claim FOR EACH STATEMENT
  EXECUTE FUNCTION clinic_refuse('it is kept for ever');
"""

UNGUARD = """
DROP TRIGGER articles_claim_not_emptied ON articles_claim;
DROP TRIGGER articles_assignment_not_emptied ON articles_assignment;
DROP TRIGGER articles_claim_kept ON articles_claim;
DROP TRIGGER articles_assignment_append_only ON articles_assignment;
DROP TRIGGER articles_guard_claim ON articles_claim;
DROP TRIGGER articles_guard_assignment ON articles_assignment;
DROP FUNCTION articles_guard_claim;
DROP FUNCTION articles_guard_assignment;
DROP FUNCTION articles_guard_reader;
"""


class Migration(migrations.Migration):
    dependencies = [("articles", "0017_carry_over_guards")]
    operations = [migrations.RunSQL(GUARD, reverse_sql=UNGUARD)]
