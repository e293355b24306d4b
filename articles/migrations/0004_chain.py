"""History that cannot be bent: the database links each Transition to the one before it (`articles/chain.py`)."""

from django.db import migrations

CHAIN = """
CREATE FUNCTION articles_link(VARIADIC parts text[]) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT encode(sha256(convert_to(string_agg(
    octet_length(coalesce(part, '')) || ':' || coalesce(part, '') || chr(10), '' ORDER BY place), 'UTF8')), 'hex')
  FROM unnest(parts) WITH ORDINALITY AS p(part, place)
$$;

CREATE FUNCTION articles_transition_hash(t articles_transition) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT articles_link(
    t.previous_hash, t.article_id::text, t.revision_id::text,
    (SELECT r.seal FROM articles_revision r WHERE r.id = t.revision_id),
    t.action, t.from_status, t.to_status, t.by_id::text, t.by_name,
    (extract(epoch FROM t.at) * 1000000)::bigint::text, t.note, t.notice)
$$;

CREATE FUNCTION articles_chain_transition() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM articles_article WHERE id = NEW.article_id FOR NO KEY UPDATE;
  NEW.previous_hash := coalesce(
    (SELECT t.hash FROM articles_transition t WHERE t.article_id = NEW.article_id ORDER BY t.id DESC LIMIT 1),
    repeat('0', 64));
  NEW.hash := articles_transition_hash(NEW);
  RETURN NEW;
END $$;
CREATE TRIGGER articles_chain_transition BEFORE INSERT ON articles_transition
  FOR EACH ROW EXECUTE FUNCTION articles_chain_transition();

-- What is there already is linked once, in the order it came.
ALTER TABLE articles_transition DISABLE TRIGGER articles_transition_append_only;
DO $$
DECLARE
  t articles_transition;
BEGIN
  FOR t IN SELECT * FROM articles_transition ORDER BY id LOOP
    t.previous_hash := coalesce(
      (SELECT p.hash FROM articles_transition p WHERE p.article_id = t.article_id AND p.id < t.id
       ORDER BY p.id DESC LIMIT 1), repeat('0', 64));
    UPDATE articles_transition SET previous_hash = t.previous_hash, hash = articles_transition_hash(t) WHERE id = t.id;
  END LOOP;
END $$;
ALTER TABLE articles_transition ENABLE TRIGGER articles_transition_append_only;
"""

UNCHAIN = """
DROP TRIGGER articles_chain_transition ON articles_transition;
DROP FUNCTION articles_chain_transition;
DROP FUNCTION articles_transition_hash;
DROP FUNCTION articles_link;
"""


class Migration(migrations.Migration):
    dependencies = [("articles", "0003_guards")]
    operations = [migrations.RunSQL(CHAIN, reverse_sql=UNCHAIN)]
