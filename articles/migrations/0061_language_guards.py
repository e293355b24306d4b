"""An article keeps its language; what its words translate is sealed and frozen with them; search reads each language."""

from importlib import import_module

from django.db import migrations

BEFORE = """
    || CASE WHEN r.lead_caption = '' THEN '' ELSE articles_field('lead_caption', r.lead_caption) END"""
TRANSLATED = """
    || coalesce((SELECT articles_field('translated_from', t.seal) FROM articles_revision t
                 WHERE t.id = r.translated_from_id), '')"""

FIXED = """
CREATE TRIGGER articles_language_is_fixed BEFORE UPDATE ON articles_article FOR EACH ROW
  WHEN ((OLD.language, OLD.translation_of_id) IS DISTINCT FROM (NEW.language, NEW.translation_of_id))
  EXECUTE FUNCTION clinic_refuse('an article keeps its language, and what it translates');

CREATE FUNCTION articles_guard_translation() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND (OLD.status <> 'draft' OR NEW.status <> 'draft')
     AND NEW.translated_from_id IS DISTINCT FROM OLD.translated_from_id THEN
    RAISE EXCEPTION 'what words translate freezes with them' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF NEW.translated_from_id IS NOT NULL AND NOT EXISTS (
    SELECT FROM articles_revision t JOIN articles_article a ON a.translation_of_id = t.article_id
    WHERE t.id = NEW.translated_from_id AND a.id = NEW.article_id AND t.published_at IS NOT NULL) THEN
    RAISE EXCEPTION 'words translate what readers saw of the article' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF NEW.translated_from_id IS NULL AND EXISTS (
    SELECT FROM articles_article a WHERE a.id = NEW.article_id AND a.translation_of_id IS NOT NULL) THEN
    RAISE EXCEPTION 'a translation says what it translates' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER articles_guard_translation BEFORE INSERT OR UPDATE OF translated_from_id, status, article_id
  ON articles_revision FOR EACH ROW EXECUTE FUNCTION articles_guard_translation();
"""
UNFIXED = """
DROP TRIGGER articles_guard_translation ON articles_revision;
DROP FUNCTION articles_guard_translation();
DROP TRIGGER articles_language_is_fixed ON articles_article;
"""

# PostgreSQL knows how both languages bend their words. The names are those of the languages in the settings.
CONFIG = """
CREATE FUNCTION articles_search_config(language text) RETURNS regconfig LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE split_part(language, '-', 1) WHEN 'en' THEN 'english'::regconfig WHEN 'es' THEN 'spanish'::regconfig
         ELSE 'simple'::regconfig END
$$;
"""
NO_CONFIG = "DROP FUNCTION articles_search_config(text);"


def answered() -> tuple[str, str]:
    """What a checklist has to hold, with the question about a translation in it, and as it was."""
    guard = import_module("articles.migrations.0008_answers_guard").GUARD
    before = guard.partition("CREATE FUNCTION articles_guard_answers")[0].replace(
        "CREATE FUNCTION", "CREATE OR REPLACE FUNCTION"
    )
    asked = """
    AND (NOT EXISTS (SELECT FROM articles_revision r WHERE r.id = revision AND r.translated_from_id IS NOT NULL)
         OR jsonb_path_exists(answers, '$.questions[*] ? (@.key == "translation" && @.answer == "yes")'))
$$;"""
    return before.replace("\n$$;", asked), before


def digest() -> tuple[str, str]:
    """The seal with what the words translate in it, and as it was."""
    sources = import_module("articles.migrations.0039_source_guards")
    before = sources.DIGEST.format(evidence=sources.EVIDENCE)
    return before.replace(BEFORE, BEFORE + TRANSLATED), before


def index() -> tuple[str, str]:
    """What search reads, in the article's language, and as it was."""
    pages = import_module("articles.migrations.0059_site_pages")
    before = pages.CHANGED[2][0]
    return before.replace("'english'", "articles_search_config(NEW.language)"), before


class Migration(migrations.Migration):
    dependencies = [("articles", "0060_languages")]
    operations = [
        migrations.RunSQL(
            digest()[0] + FIXED + answered()[0] + CONFIG + index()[0],
            reverse_sql=index()[1] + NO_CONFIG + answered()[1] + UNFIXED + digest()[1],
        )
    ]
