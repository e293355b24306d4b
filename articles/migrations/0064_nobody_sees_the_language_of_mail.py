"""In which language somebody is told of things changes no page that readers see (0052)."""

from django.db import migrations

UNSEEN = ["last_login", "password", "email", "daily_notices"]


def watch(unseen: list[str]) -> str:
    arguments = ", ".join(f"'{each}'" for each in ["", *unseen])
    return f"""
DROP TRIGGER clinic_cms_user_is_shown ON clinic_cms_user;
CREATE TRIGGER clinic_cms_user_is_shown AFTER UPDATE ON clinic_cms_user FOR EACH ROW
  EXECUTE FUNCTION articles_note_what_is_shown({arguments});
"""


class Migration(migrations.Migration):
    dependencies = [("articles", "0063_crisis_line_languages"), ("clinic_cms", "0003_language_of_mail")]
    operations = [migrations.RunSQL(watch([*UNSEEN, "language"]), reverse_sql=watch(UNSEEN))]
