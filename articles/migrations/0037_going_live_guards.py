"""The last gates before readers, refused by the database too: the risk that a review was opened for, words that were
submitted before a withdrawal, words that should be down again by now, and a byline without a role.

The same as `articles.domain.facts.broken_gates` asks; what is left to the desk alone is `readiness`, whose rules may
become stricter after words were frozen.
"""

from django.db import migrations

REVIEW = """
CREATE FUNCTION articles_guard_review() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  refused constant text := 'integrity_constraint_violation';
BEGIN
  IF NEW.risk IS DISTINCT FROM (SELECT t.risk FROM articles_revision r JOIN articles_topic t ON t.id = r.topic_id
                                WHERE r.id = NEW.revision_id) THEN
    RAISE EXCEPTION 'a review is opened for the risk of its topic' USING ERRCODE = refused;
  END IF;
  IF NEW.risk = 'high' AND NEW.clinical_needed < 2 THEN
    RAISE EXCEPTION 'a topic of high risk needs two clinical sign-offs' USING ERRCODE = refused;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER articles_guard_review BEFORE INSERT ON articles_review
  FOR EACH ROW EXECUTE FUNCTION articles_guard_review();
"""

GOING_LIVE = """
CREATE FUNCTION articles_guard_going_live() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  refused constant text := 'integrity_constraint_violation';
  submitted timestamptz := (SELECT v.requested_at FROM articles_review v WHERE v.revision_id = NEW.id);
BEGIN
  IF EXISTS (SELECT FROM articles_transition t WHERE t.article_id = NEW.article_id AND t.action = 'withdraw'
             AND t.by_id IS NOT NULL AND t.at > submitted)
     OR EXISTS (SELECT FROM articles_topicwithdrawal w WHERE w.topic_id = NEW.topic_id AND w.at > submitted) THEN
    RAISE EXCEPTION 'what was submitted before a withdrawal does not go live after it' USING ERRCODE = refused;
  END IF;
  IF EXISTS (SELECT FROM articles_plannedwithdrawal p WHERE p.article_id = NEW.article_id AND p.done_at IS NULL
             AND p.cancelled_at IS NULL AND p.at <= NEW.published_at
             AND (p.failure <> '' OR OLD.publish_at IS NULL OR OLD.publish_at >= p.at)) THEN
    RAISE EXCEPTION 'words that should be down by now do not go live' USING ERRCODE = refused;
  END IF;
  IF NOT EXISTS (SELECT FROM clinic_cms_user u WHERE u.id = NEW.author_id AND u.job_title ~ '[^[:space:]]') THEN
    RAISE EXCEPTION 'the author of what goes live has a role' USING ERRCODE = refused;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER articles_guard_going_live BEFORE UPDATE ON articles_revision
  FOR EACH ROW WHEN (OLD.status <> 'published' AND NEW.status = 'published')
  EXECUTE FUNCTION articles_guard_going_live();
"""

UNGUARD = """
DROP TRIGGER articles_guard_going_live ON articles_revision;
DROP FUNCTION articles_guard_going_live;
DROP TRIGGER articles_guard_review ON articles_review;
DROP FUNCTION articles_guard_review;
"""


class Migration(migrations.Migration):
    dependencies = [("articles", "0035_clinical_data_guards")]
    operations = [migrations.RunSQL(REVIEW + GOING_LIVE, reverse_sql=UNGUARD)]
