"""What outsiders said is append-only, and a link changes in one way only: it is closed."""

from django.db import migrations

APPEND_ONLY = ("articles_advice", "articles_previewrecord")
KEPT = ("articles_previewlink", "articles_previewcode")

LINK = """
CREATE FUNCTION articles_guard_preview_link() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF to_jsonb(NEW) - 'revoked_at' - 'revoked_by_id' <> to_jsonb(OLD) - 'revoked_at' - 'revoked_by_id'
     OR OLD.revoked_at IS NOT NULL THEN
    RAISE EXCEPTION 'a preview link can only be closed, once' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER articles_guard_preview_link BEFORE UPDATE ON articles_previewlink
  FOR EACH ROW EXECUTE FUNCTION articles_guard_preview_link();
"""


def guards() -> str:
    return LINK + "\n".join(
        [
            *(
                f"CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE ON {table} FOR EACH ROW "
                "EXECUTE FUNCTION clinic_refuse('this record is append-only');"
                for table in APPEND_ONLY
            ),
            *(
                f"CREATE TRIGGER {table}_kept BEFORE DELETE ON {table} FOR EACH ROW "
                "EXECUTE FUNCTION clinic_refuse('it is kept for ever');"
                for table in KEPT
            ),
            *(
                f"CREATE TRIGGER {table}_not_emptied BEFORE TRUNCATE ON {table} FOR EACH STATEMENT "
                "EXECUTE FUNCTION clinic_refuse('it is kept for ever');"
                for table in (*APPEND_ONLY, *KEPT)
            ),
        ]
    )


def drop() -> str:
    return "\n".join(
        [
            *(f"DROP TRIGGER {table}_append_only ON {table};" for table in APPEND_ONLY),
            *(f"DROP TRIGGER {table}_kept ON {table};" for table in KEPT),
            *(f"DROP TRIGGER {table}_not_emptied ON {table};" for table in (*APPEND_ONLY, *KEPT)),
            "DROP TRIGGER articles_guard_preview_link ON articles_previewlink;",
            "DROP FUNCTION articles_guard_preview_link;",
        ]
    )


class Migration(migrations.Migration):
    dependencies = [("articles", "0011_planned_withdrawal_guards")]
    operations = [migrations.RunSQL(guards(), reverse_sql=drop())]
