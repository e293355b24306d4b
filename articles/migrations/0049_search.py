"""Live words can be searched. The database keeps what is searched true, whichever way words go live or come down."""

import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.db.models.deletion
from django.db import migrations, models

# Letters with accents as those without ("Meniere" finds "Ménière"), and quotation marks as keyboards have them: phones
# type others. PostgreSQL does the same only with an extension.
ALIKE = {
    "a": "àáâãäåāæ", "c": "çćč", "e": "èéêëē", "i": "ìíîïī", "n": "ñń", "o": "òóôõöøōœ", "s": "šß", "u": "ùúûüū",
    "y": "ýÿ", "z": "ž", "''": "’‘ʼ", '"': "“”„«»", "-": "–—",
}  # fmt: skip
BOTH_CASES = [(letter, each) for letter, group in ALIKE.items() for each in dict.fromkeys(group + group.upper())]
FOLDED = f"""
CREATE FUNCTION articles_folded(words text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT lower(translate(words, '{"".join(each for _letter, each in BOTH_CASES)}',
                         '{"".join(letter for letter, _each in BOTH_CASES)}'))
$$;
"""
# PostgreSQL's own reader of words knows tags and leaves them out. What it makes of a text has a limit: 1 MB.
INDEXED = """
CREATE FUNCTION articles_index_live_words() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM articles_searchentry WHERE article_id = NEW.id;
  INSERT INTO articles_searchentry (article_id, words, vocabulary)
  SELECT NEW.id,
         setweight(to_tsvector('english', articles_folded(r.title)), 'A')
         || setweight(to_tsvector('english', articles_folded(r.summary)), 'B')
         || setweight(to_tsvector('english', articles_folded(left(r.body, 400000))), 'C'),
         strip(to_tsvector('simple', articles_folded(concat_ws(' ', r.title, r.summary, left(r.body, 400000)))))
  FROM articles_revision r WHERE r.id = NEW.live_revision_id;
  RETURN NULL;
END $$;
CREATE TRIGGER articles_index_live_words AFTER INSERT OR UPDATE OF live_revision_id ON articles_article
  FOR EACH ROW EXECUTE FUNCTION articles_index_live_words();
"""
WHAT_IS_LIVE = "UPDATE articles_article SET live_revision_id = live_revision_id WHERE live_revision_id IS NOT NULL"
DROP = """
DROP TRIGGER articles_index_live_words ON articles_article;
DROP FUNCTION articles_index_live_words();
DROP FUNCTION articles_folded(text);
"""


class Migration(migrations.Migration):
    dependencies = [("articles", "0048_follow_ups_of_stories")]
    operations = [
        migrations.CreateModel(
            name="SearchEntry",
            fields=[
                (
                    "article",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        related_name="search_entry",
                        serialize=False,
                        to="articles.article",
                    ),
                ),
                ("words", django.contrib.postgres.search.SearchVectorField()),
                ("vocabulary", django.contrib.postgres.search.SearchVectorField()),
            ],
            options={
                "default_permissions": (),
                "indexes": [django.contrib.postgres.indexes.GinIndex(fields=["words"], name="searched_words")],
            },
        ),
        migrations.RunSQL(FOLDED + INDEXED, reverse_sql=DROP),
        migrations.RunSQL(WHAT_IS_LIVE, reverse_sql=migrations.RunSQL.noop),
    ]
