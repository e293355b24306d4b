"""An article's address can change. Whatever once led to an article leads to it for ever, and every change is on record."""

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

# After the row is in: by then whoever held the address has let go of it and committed, so that their record is seen.
ADDRESS = """
CREATE FUNCTION articles_guard_address() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  refused constant text := 'integrity_constraint_violation';
BEGIN
  IF EXISTS (SELECT FROM articles_addresschange c WHERE c.was = NEW.slug AND c.article_id <> NEW.id) THEN
    RAISE EXCEPTION 'this address leads to another article' USING ERRCODE = refused;
  END IF;
  IF TG_OP = 'UPDATE' AND NEW.slug <> OLD.slug AND (OLD.slug, NEW.slug) IS DISTINCT FROM (
       SELECT (c.was, c.now) FROM articles_addresschange c WHERE c.article_id = NEW.id ORDER BY c.id DESC LIMIT 1) THEN
    RAISE EXCEPTION 'a change of an address is on record' USING ERRCODE = refused;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER articles_guard_address AFTER INSERT OR UPDATE OF slug ON articles_article
  FOR EACH ROW EXECUTE FUNCTION articles_guard_address();
"""

RECORD = """
CREATE FUNCTION articles_guard_address_change() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  slug_now text;
BEGIN
  SELECT a.slug INTO slug_now FROM articles_article a WHERE a.id = NEW.article_id;
  IF TG_WHEN = 'BEFORE' THEN
    IF NEW.was IS DISTINCT FROM slug_now OR NEW.now = NEW.was THEN
      RAISE EXCEPTION 'an address changes from what it is' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
  END IF;
  IF slug_now IS DISTINCT FROM (
       SELECT c.now FROM articles_addresschange c WHERE c.article_id = NEW.article_id ORDER BY c.id DESC LIMIT 1) THEN
    RAISE EXCEPTION 'an article has the address that is on record' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER articles_guard_address_change BEFORE INSERT ON articles_addresschange
  FOR EACH ROW EXECUTE FUNCTION articles_guard_address_change();
CREATE CONSTRAINT TRIGGER articles_address_is_on_record AFTER INSERT ON articles_addresschange
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION articles_guard_address_change();
CREATE TRIGGER articles_addresschange_append_only BEFORE UPDATE OR DELETE ON articles_addresschange
  FOR EACH ROW EXECUTE FUNCTION clinic_refuse('this record is append-only');
CREATE TRIGGER articles_addresschange_not_emptied BEFORE TRUNCATE ON articles_addresschange
  FOR EACH STATEMENT EXECUTE FUNCTION clinic_refuse('it is kept for ever');
"""

UNGUARD = """
DROP TRIGGER articles_addresschange_not_emptied ON articles_addresschange;
DROP TRIGGER articles_addresschange_append_only ON articles_addresschange;
DROP TRIGGER articles_address_is_on_record ON articles_addresschange;
DROP TRIGGER articles_guard_address_change ON articles_addresschange;
DROP TRIGGER articles_guard_address ON articles_article;
DROP FUNCTION articles_guard_address_change; DROP FUNCTION articles_guard_address;
"""


class Migration(migrations.Migration):
    dependencies = [("articles", "0052_shown_changes"), migrations.swappable_dependency(settings.AUTH_USER_MODEL)]
    operations = [
        migrations.CreateModel(
            name="AddressChange",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("was", models.SlugField(max_length=120)),
                ("now", models.SlugField(db_index=False, max_length=120)),
                ("at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "article",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="address_changes",
                        to="articles.article",
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "verbose_name": "change of an address",
                "verbose_name_plural": "changes of addresses",
                "ordering": ["-pk"],
            },
        ),
        migrations.RunSQL(ADDRESS + RECORD, reverse_sql=UNGUARD),
    ]
