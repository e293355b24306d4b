"""Services, the clinic's telephone numbers and patients' stories are kept for ever; what a patient took back stays so."""

from django.db import migrations

KEPT = ("articles_clinicservice", "articles_clinicphone", "articles_patientstory")

GUARD = "\n".join(
    [
        *(
            f"CREATE TRIGGER {table}_kept BEFORE DELETE ON {table} FOR EACH ROW "
            "EXECUTE FUNCTION clinic_refuse('it is kept for ever');"
            for table in KEPT
        ),
        *(
            f"CREATE TRIGGER {table}_not_emptied BEFORE TRUNCATE ON {table} FOR EACH STATEMENT "
            "EXECUTE FUNCTION clinic_refuse('it is kept for ever');"
            for table in KEPT
        ),
        "CREATE TRIGGER articles_patientstory_taken_back BEFORE UPDATE ON articles_patientstory FOR EACH ROW "
        "WHEN (OLD.withdrawn_on IS NOT NULL) "
        "EXECUTE FUNCTION clinic_refuse('what a patient took back stays so');",
        "CREATE TRIGGER articles_patientstory_stays BEFORE UPDATE ON articles_patientstory FOR EACH ROW "
        "WHEN (OLD.article_id <> NEW.article_id) "
        "EXECUTE FUNCTION clinic_refuse('a story belongs to one article for ever');",
    ]
)
UNGUARD = "\n".join(
    [
        *(f"DROP TRIGGER {table}_{what} ON {table};" for table in KEPT for what in ("kept", "not_emptied")),
        *(f"DROP TRIGGER articles_patientstory_{what} ON articles_patientstory;" for what in ("taken_back", "stays")),
    ]
)


class Migration(migrations.Migration):
    dependencies = [("articles", "0043_brief_and_steward_guards")]
    operations = [migrations.RunSQL(GUARD, reverse_sql=UNGUARD)]
