"""Medicines and crisis lines are kept for ever, and so is every change of them."""

from django.db import migrations

KEPT = ("articles_drug", "articles_condition", "articles_druguse", "articles_crisisresource")
APPEND_ONLY = "articles_recordchange"

GUARD = "\n".join(
    [
        f"CREATE TRIGGER {APPEND_ONLY}_append_only BEFORE UPDATE OR DELETE ON {APPEND_ONLY} FOR EACH ROW "
        "EXECUTE FUNCTION clinic_refuse('this record is append-only');",
        *(
            f"CREATE TRIGGER {table}_kept BEFORE DELETE ON {table} FOR EACH ROW "
            "EXECUTE FUNCTION clinic_refuse('it is kept for ever');"
            for table in KEPT
        ),
        *(
            f"CREATE TRIGGER {table}_not_emptied BEFORE TRUNCATE ON {table} FOR EACH STATEMENT "
            "EXECUTE FUNCTION clinic_refuse('it is kept for ever');"
            for table in (*KEPT, APPEND_ONLY)
        ),
    ]
)
UNGUARD = "\n".join(
    [
        f"DROP TRIGGER {APPEND_ONLY}_append_only ON {APPEND_ONLY};",
        *(f"DROP TRIGGER {table}_kept ON {table};" for table in KEPT),
        *(f"DROP TRIGGER {table}_not_emptied ON {table};" for table in (*KEPT, APPEND_ONLY)),
    ]
)


class Migration(migrations.Migration):
    dependencies = [("articles", "0033_picture_guards")]
    operations = [migrations.RunSQL(GUARD, reverse_sql=UNGUARD)]
