"""Whatever changes what readers see is noted by the database itself, so that a page which was made before is not shown."""

import django.db.models.functions.datetime
import django.utils.timezone
from django.db import migrations, models

# The first argument names the column with the article whose pages alone are meant, or is empty: every page is. The others
# are columns that no reader sees: who changes nothing else changes no page.
NOTE = """
CREATE FUNCTION articles_note_what_is_shown() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  now_there jsonb := to_jsonb(CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END);
  unseen text[] := coalesce(TG_ARGV[1:], '{}');
BEGIN
  IF TG_OP = 'UPDATE' AND to_jsonb(OLD) - unseen = now_there - unseen THEN
    RETURN NULL;
  END IF;
  INSERT INTO articles_shownchange (article_id, at) VALUES ((now_there ->> nullif(TG_ARGV[0], ''))::bigint, now());
  RETURN NULL;
END $$;
"""
FUNCTION_GONE = "DROP FUNCTION articles_note_what_is_shown();"

# A draft is saved often and seen by nobody: of words, only what became of those that were live once counts. What belongs
# to such words (sources as they were cited, sign-offs) is frozen with them.
WATCHED = {
    "articles_article": ("UPDATE", "", ["owner_id", "review_months"]),
    "articles_revision": ("UPDATE", "NEW.published_at IS NOT NULL", []),
    "articles_signoff": ("INSERT OR UPDATE OR DELETE", "", []),
    "articles_source": ("UPDATE", "", []),
    "articles_picture": ("UPDATE", "", []),
    "articles_topic": ("INSERT OR UPDATE OR DELETE", "", []),
    "articles_crisisresource": ("INSERT OR UPDATE OR DELETE", "", []),
    "clinic_cms_user": ("UPDATE", "", ["last_login", "password", "email", "daily_notices"]),
    "clinic_cms_credential": ("INSERT OR UPDATE OR DELETE", "", []),
}


def watch(table: str, events: str, condition: str, unseen: list[str]) -> str:
    when = f"WHEN ({condition})" if condition else ""
    arguments = ", ".join(f"'{each}'" for each in ["", *unseen])
    return f"""
CREATE TRIGGER {table}_is_shown AFTER {events} ON {table} FOR EACH ROW {when}
  EXECUTE FUNCTION articles_note_what_is_shown({arguments});
"""


ON = "".join(watch(table, *how) for table, how in WATCHED.items())
OFF = "".join(f"DROP TRIGGER {table}_is_shown ON {table};\n" for table in WATCHED)


class Migration(migrations.Migration):
    dependencies = [("articles", "0051_read_counts"), ("clinic_cms", "0001_initial")]
    operations = [
        migrations.CreateModel(
            name="ShownChange",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("article_id", models.BigIntegerField(null=True)),
                (
                    "at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(), default=django.utils.timezone.now
                    ),
                ),
            ],
            options={
                "default_permissions": (),
                "indexes": [models.Index(fields=["article_id", "id"], name="what_changed_where")],
            },
        ),
        migrations.RunSQL(NOTE, reverse_sql=FUNCTION_GONE),
        migrations.RunSQL(ON, reverse_sql=OFF),
    ]
