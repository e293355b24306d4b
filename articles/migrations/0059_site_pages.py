"""Pages about the site: an editor signs them off, and no list, search or comment knows of them.

The database keeps what the desk promises: which article is which page never changes, and only such a page, in a topic of
standard risk, is reviewed without a clinical sign-off.
"""

from importlib import import_module

from django.db import migrations, models

ADDRESSES = ("how-we-write", "corrections", "privacy", "accessibility", "contact")
FIXED = """
CREATE TRIGGER articles_site_page_is_fixed BEFORE UPDATE ON articles_article FOR EACH ROW
  WHEN (OLD.site_page IS DISTINCT FROM NEW.site_page)
  EXECUTE FUNCTION clinic_refuse('an article stays the page that it is');
"""


def again(name: str, text: str, old: str, new: str) -> tuple[str, str]:
    """A function of an earlier migration with something else in it, and as it was."""
    function = getattr(import_module(f"articles.migrations.{name}"), text).partition("CREATE TRIGGER")[0]
    before = function.replace("CREATE FUNCTION", "CREATE OR REPLACE FUNCTION")
    return before.replace(old, new), before


HEALTH_NEEDS_A_CLINICIAN = """
  IF NEW.clinical_needed < 1 AND NOT EXISTS (
       SELECT FROM articles_revision r JOIN articles_article a ON a.id = r.article_id
       WHERE r.id = NEW.revision_id AND a.site_page IS NOT NULL) THEN
    RAISE EXCEPTION 'a health article needs a clinical sign-off' USING ERRCODE = refused;
  END IF;
  RETURN NEW;
"""
CHANGED = (
    again("0037_going_live_guards", "REVIEW", "\n  RETURN NEW;\n", HEALTH_NEEDS_A_CLINICIAN),
    # Where no clinical sign-off is asked for, the last review is the day of the last one that is.
    again(
        "0015_review_date_guards", "DATES", "s.kind = 'clinical')", "(s.kind = 'clinical' OR v.clinical_needed = 0))"
    ),
    again(
        "0049_search",
        "INDEXED",
        "r.id = NEW.live_revision_id;",
        "r.id = NEW.live_revision_id AND NEW.site_page IS NULL;",
    ),
)


class Migration(migrations.Migration):
    dependencies = [("articles", "0058_changed_addresses")]
    operations = [
        migrations.AddField(
            model_name="article",
            name="site_page",
            field=models.CharField(
                blank=True,
                choices=[
                    ("how-we-write", "How we write and review"),
                    ("corrections", "How we correct"),
                    ("privacy", "Privacy"),
                    ("accessibility", "Accessibility"),
                    ("contact", "Contact"),
                ],
                editable=False,
                max_length=20,
                null=True,
                unique=True,
                verbose_name="page of the site",
            ),
        ),
        migrations.AddConstraint(
            model_name="article",
            constraint=models.CheckConstraint(
                name="a_site_page_has_the_address_kept_for_it",
                condition=models.Q(
                    models.Q(
                        ("site_page__isnull", True),
                        models.Q(("slug__in", [f"site-{page}" for page in ADDRESSES]), _negated=True),
                    ),
                    models.Q(
                        ("site_page__isnull", False),
                        models.Q(
                            *(models.Q(("site_page", page), ("slug", f"site-{page}")) for page in ADDRESSES),
                            _connector="OR",
                        ),
                    ),
                    _connector="OR",
                ),
            ),
        ),
        migrations.RemoveConstraint(model_name="review", name="a_review_needs_both_kinds"),
        migrations.AddConstraint(
            model_name="review",
            constraint=models.CheckConstraint(
                name="a_review_needs_an_editor",
                condition=models.Q(("clinical_needed__gte", 0), ("editorial_needed__gte", 1)),
            ),
        ),
        migrations.RunSQL(
            FIXED + "".join(after for after, _before in CHANGED),
            reverse_sql="".join(before for _after, before in CHANGED)
            + "DROP TRIGGER articles_site_page_is_fixed ON articles_article;",
        ),
    ]
