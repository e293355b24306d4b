"""The clinic is set up on the desk: one row, which is never deleted, and what became of it, for ever. Readers' pages follow."""

import django.core.validators
import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

# Who is on record stays so; a clinic, its logos and its changes are never deleted (clinic_refuse: articles 0003).
KEPT = ("clinic_cms_clinicprofile", "clinic_cms_cliniclogo", "clinic_cms_clinicchange")
GUARD = "\n".join(
    [
        "CREATE TRIGGER clinic_cms_clinicchange_append_only BEFORE UPDATE ON clinic_cms_clinicchange FOR EACH ROW "
        "EXECUTE FUNCTION clinic_refuse('this record is append-only');",
        "CREATE TRIGGER clinic_cms_cliniclogo_is_fixed BEFORE UPDATE ON clinic_cms_cliniclogo FOR EACH ROW "
        "WHEN (to_jsonb(OLD) - 'used_at' IS DISTINCT FROM to_jsonb(NEW) - 'used_at') "
        "EXECUTE FUNCTION clinic_refuse('a logo stays what it is');",
        *(
            f"CREATE TRIGGER {table}_kept BEFORE DELETE ON {table} FOR EACH ROW "
            f"EXECUTE FUNCTION clinic_refuse('it is kept for ever');"
            f"CREATE TRIGGER {table}_not_emptied BEFORE TRUNCATE ON {table} FOR EACH STATEMENT "
            f"EXECUTE FUNCTION clinic_refuse('it is kept for ever');"
            for table in KEPT
        ),
        # every page that readers see says whose it is (articles 0052)
        "CREATE TRIGGER clinic_cms_clinicprofile_is_shown AFTER INSERT OR UPDATE ON clinic_cms_clinicprofile "
        "FOR EACH ROW EXECUTE FUNCTION articles_note_what_is_shown('');",
    ]
)
UNGUARD = "\n".join(
    [
        "DROP TRIGGER clinic_cms_clinicprofile_is_shown ON clinic_cms_clinicprofile;",
        "DROP TRIGGER clinic_cms_cliniclogo_is_fixed ON clinic_cms_cliniclogo;",
        "DROP TRIGGER clinic_cms_clinicchange_append_only ON clinic_cms_clinicchange;",
        *(f"DROP TRIGGER {table}_kept ON {table}; DROP TRIGGER {table}_not_emptied ON {table};" for table in KEPT),
    ]
)


class Migration(migrations.Migration):
    dependencies = [
        ("clinic_cms", "0001_initial"),
        ("articles", "0059_site_pages"),
    ]

    operations = [
        migrations.CreateModel(
            name="ClinicLogo",
            fields=[
                ("digest", models.CharField(max_length=64, primary_key=True, serialize=False)),
                ("width", models.PositiveSmallIntegerField()),
                ("height", models.PositiveSmallIntegerField()),
                ("added_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("used_at", models.DateTimeField(null=True)),
                (
                    "added_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "verbose_name": "logo",
                "verbose_name_plural": "logos",
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="ClinicProfile",
            fields=[
                ("id", models.PositiveSmallIntegerField(default=1, editable=False, primary_key=True, serialize=False)),
                ("name", models.CharField(max_length=80, verbose_name="name")),
                (
                    "tagline",
                    models.CharField(
                        blank=True,
                        help_text="One short sentence, for the first page.",
                        max_length=160,
                        verbose_name="what you promise",
                    ),
                ),
                ("country", models.CharField(max_length=2, verbose_name="country")),
                (
                    "emergency_number",
                    models.CharField(
                        blank=True,
                        max_length=20,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^\\+?(?:[ ().-]*\\d){2,15}[ ().-]*$", "A telephone number has 2 to 15 digits."
                            )
                        ],
                        verbose_name="what people call in an emergency",
                    ),
                ),
                ("address", models.TextField(blank=True, max_length=300, verbose_name="address")),
                (
                    "phone",
                    models.CharField(
                        blank=True,
                        max_length=24,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^\\+?(?:[ ().-]*\\d){2,15}[ ().-]*$", "A telephone number has 2 to 15 digits."
                            )
                        ],
                        verbose_name="telephone",
                    ),
                ),
                ("email", models.EmailField(blank=True, max_length=254, verbose_name="e-mail address")),
                ("hours", models.JSONField(blank=True, default=dict, verbose_name="opening hours")),
                (
                    "hours_note",
                    models.CharField(
                        blank=True,
                        help_text="Such as: Closed on public holidays.",
                        max_length=160,
                        verbose_name="more about the hours",
                    ),
                ),
                ("brand", models.CharField(blank=True, max_length=7, verbose_name="your colour")),
                ("brand_dark", models.CharField(blank=True, max_length=7, verbose_name="your colour on dark screens")),
                ("logo_has_name", models.BooleanField(default=False, verbose_name="the logo shows the name already")),
                (
                    "disclaimers",
                    models.JSONField(blank=True, default=dict, verbose_name="what new articles say of their limits"),
                ),
                (
                    "logo",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="clinic_cms.cliniclogo",
                    ),
                ),
                (
                    "logo_dark",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="clinic_cms.cliniclogo",
                    ),
                ),
            ],
            options={
                "verbose_name": "clinic",
                "verbose_name_plural": "clinic",
                "permissions": [("keep_clinic", "Can keep the clinic's name, look, hours and words up to date")],
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="ClinicChange",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "act",
                    models.CharField(
                        choices=[
                            ("add", "added it"),
                            ("change", "changed it"),
                            ("verify", "checked it with its source"),
                        ],
                        max_length=10,
                    ),
                ),
                ("by_name", models.CharField(max_length=145)),
                ("at", models.DateTimeField(default=django.utils.timezone.now)),
                ("before", models.JSONField(default=dict)),
                ("after", models.JSONField(default=dict)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "verbose_name": "change of the clinic",
                "verbose_name_plural": "changes of the clinic",
                "ordering": ["-pk"],
                "default_permissions": (),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("act__in", ["add", "change", "verify"])),
                        name="an_act_on_the_clinic_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("by_name", ""), _negated=True), name="a_change_of_the_clinic_names_who"
                    ),
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="cliniclogo",
            constraint=models.CheckConstraint(
                condition=models.Q(("digest__regex", "^[0-9a-f]{64}$")), name="a_logo_is_named_by_its_pixels"
            ),
        ),
        migrations.AddConstraint(
            model_name="clinicprofile",
            constraint=models.CheckConstraint(condition=models.Q(("id", 1)), name="there_is_one_clinic"),
        ),
        migrations.AddConstraint(
            model_name="clinicprofile",
            constraint=models.CheckConstraint(condition=models.Q(("name__regex", "\\S")), name="a_clinic_has_a_name"),
        ),
        migrations.AddConstraint(
            model_name="clinicprofile",
            constraint=models.CheckConstraint(
                condition=models.Q(("country__regex", "^[A-Z]{2}$")), name="a_country_has_two_letters"
            ),
        ),
        migrations.AddConstraint(
            model_name="clinicprofile",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("brand", ""), ("brand__regex", "^#[0-9a-f]{6}$"), _connector="OR"),
                    models.Q(("brand_dark", ""), ("brand_dark__regex", "^#[0-9a-f]{6}$"), _connector="OR"),
                ),
                name="a_colour_is_written_as_one",
            ),
        ),
        migrations.RunSQL(GUARD, reverse_sql=UNGUARD),
    ]
