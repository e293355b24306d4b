"""Moderation as it is meant: lanes, replies, what an author can do, and the records beside a comment."""

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0043_brief_and_steward_guards"),
        ("comments", "0003_words_and_records"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="AdverseEvent",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "state",
                    models.CharField(
                        choices=[("new", "new"), ("forwarded", "forwarded"), ("closed", "closed")],
                        default="new",
                        max_length=10,
                    ),
                ),
                ("reporter", models.BooleanField(default=False)),
                ("patient", models.BooleanField(default=False)),
                ("product", models.BooleanField(default=False)),
                ("event", models.BooleanField(default=False)),
                ("number", models.CharField(blank=True, max_length=60)),
                ("at", models.DateTimeField(default=django.utils.timezone.now)),
            ],
            options={
                "ordering": ["-pk"],
            },
        ),
        migrations.CreateModel(
            name="CannedReply",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.SlugField(unique=True)),
                ("retired_at", models.DateTimeField(null=True)),
            ],
            options={
                "ordering": ["key"],
            },
        ),
        migrations.CreateModel(
            name="CannedReplyVersion",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("title", models.CharField(max_length=80)),
                ("text", models.TextField(max_length=2000)),
                ("at", models.DateTimeField(default=django.utils.timezone.now)),
            ],
            options={
                "ordering": ["-pk"],
            },
        ),
        migrations.CreateModel(
            name="CommentRules",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("country", models.CharField(blank=True, max_length=2)),
                ("hours", models.CharField(blank=True, max_length=120)),
                ("ask_consent", models.BooleanField(default=False)),
                ("consent_text", models.CharField(blank=True, max_length=500)),
                ("allow_testimonials", models.BooleanField(default=False)),
                ("show_links", models.BooleanField(default=False)),
                ("newest_first", models.BooleanField(default=False)),
                ("close_after_days", models.PositiveSmallIntegerField(null=True)),
                ("purge_after_days", models.PositiveSmallIntegerField(default=30)),
                ("at", models.DateTimeField(default=django.utils.timezone.now)),
            ],
            options={
                "ordering": ["-pk"],
            },
        ),
        migrations.CreateModel(
            name="CommentSwitch",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("closed", models.BooleanField(null=True)),
                ("sensitive", models.BooleanField(null=True)),
                ("at", models.DateTimeField(default=django.utils.timezone.now)),
            ],
            options={
                "ordering": ["-pk"],
            },
        ),
        migrations.CreateModel(
            name="CrisisAlert",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveIntegerField()),
                ("sent_at", models.DateTimeField()),
                ("escalated_at", models.DateTimeField(null=True)),
                ("acknowledged_at", models.DateTimeField(null=True)),
            ],
            options={
                "ordering": ["-pk"],
            },
        ),
        migrations.CreateModel(
            name="Dropped",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("day", models.DateField()),
                ("why", models.CharField(max_length=16)),
                ("number", models.PositiveIntegerField(default=0)),
            ],
            options={
                "ordering": ["-day", "why"],
            },
        ),
        migrations.CreateModel(
            name="Flow",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", models.CharField(max_length=8)),
                ("key", models.CharField(max_length=24)),
                ("window", models.DateTimeField()),
                ("number", models.PositiveIntegerField(default=0)),
            ],
        ),
        migrations.CreateModel(
            name="GuardOverride",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("reason", models.TextField(max_length=1000)),
                ("at", models.DateTimeField(default=django.utils.timezone.now)),
            ],
        ),
        migrations.CreateModel(
            name="Looking",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField(default=django.utils.timezone.now)),
            ],
        ),
        migrations.CreateModel(
            name="ModeratorNote",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("text", models.TextField(blank=True, max_length=1000)),
                ("at", models.DateTimeField(default=django.utils.timezone.now)),
            ],
            options={
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="OriginalView",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField(default=django.utils.timezone.now)),
            ],
            options={
                "ordering": ["-pk"],
            },
        ),
        migrations.CreateModel(
            name="Redaction",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("spans", models.JSONField()),
                ("at", models.DateTimeField(default=django.utils.timezone.now)),
            ],
            options={
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="Report",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "reason",
                    models.CharField(
                        choices=[
                            ("unsafe", "It could put somebody in danger"),
                            ("abuse", "It is abusive or hateful"),
                            ("personal_data", "It has somebody's personal details in it"),
                            ("wrong", "It says something that is medically wrong"),
                            ("spam", "It is advertising"),
                            ("other", "Something else"),
                        ],
                        max_length=16,
                    ),
                ),
                ("at", models.DateTimeField(default=django.utils.timezone.now)),
            ],
            options={
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="SecondLook",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("agreed", models.BooleanField(null=True)),
                ("at", models.DateTimeField(null=True)),
            ],
            options={
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="Signal",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.CharField(max_length=20)),
                ("detail", models.CharField(blank=True, max_length=24)),
                (
                    "source",
                    models.CharField(choices=[("body", "comment"), ("name", "name")], default="body", max_length=4),
                ),
                ("start", models.PositiveIntegerField()),
                ("end", models.PositiveIntegerField()),
            ],
            options={
                "ordering": ["start", "end", "pk"],
            },
        ),
        migrations.CreateModel(
            name="SpamModel",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("counts", models.JSONField()),
                ("learned_at", models.DateTimeField()),
                ("last_decision", models.BigIntegerField(default=0)),
            ],
            options={
                "ordering": ["-pk"],
            },
        ),
        migrations.AlterModelOptions(
            name="comment",
            options={
                "permissions": [
                    ("moderate_comments", "Can approve and reject comments"),
                    ("reply_officially", "Can answer a comment for the clinic"),
                    ("view_original", "Can see what was redacted out of a comment"),
                    ("override_reply_guard", "Can publish a reply that the guard holds"),
                    ("keep_comment_rules", "Can change where and when comments are taken"),
                ],
                "verbose_name": "comment",
                "verbose_name_plural": "comments",
            },
        ),
        migrations.RemoveConstraint(
            model_name="comment",
            name="a_comment_status_is_known",
        ),
        migrations.RemoveConstraint(
            model_name="comment",
            name="a_comment_has_words",
        ),
        migrations.RemoveConstraint(
            model_name="moderationdecision",
            name="a_rejection_has_a_reason",
        ),
        migrations.RemoveIndex(
            model_name="comment",
            name="waiting_comments",
        ),
        migrations.RemoveIndex(
            model_name="comment",
            name="approved_comments",
        ),
        migrations.AddField(
            model_name="comment",
            name="corrects",
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name="comment",
            name="erased_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name="comment",
            name="kind",
            field=models.CharField(
                choices=[("reader", "A reader"), ("official", "The clinic")], default="reader", max_length=10
            ),
        ),
        migrations.AddField(
            model_name="comment",
            name="lane",
            field=models.PositiveSmallIntegerField(
                choices=[
                    (1, "Crisis"),
                    (2, "Side effects"),
                    (3, "Personal details"),
                    (4, "Reported"),
                    (5, "Routine"),
                    (6, "Likely spam"),
                ],
                default=5,
                null=True,
            ),
        ),
        migrations.AddField(
            model_name="comment",
            name="notice_version",
            field=models.PositiveIntegerField(default=0),
        ),
        migrations.AddField(
            model_name="comment",
            name="original_purged_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name="comment",
            name="parent",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="replies", to="comments.comment"
            ),
        ),
        migrations.AddField(
            model_name="comment",
            name="redacted_body",
            field=models.TextField(blank=True),
        ),
        migrations.AddField(
            model_name="comment",
            name="redacted_name",
            field=models.CharField(blank=True, max_length=60),
        ),
        migrations.AddField(
            model_name="comment",
            name="role",
            field=models.CharField(blank=True, max_length=200),
        ),
        migrations.AddField(
            model_name="comment",
            name="said_by",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="comment",
            name="source_url",
            field=models.URLField(blank=True, max_length=500),
        ),
        migrations.AddField(
            model_name="moderationdecision",
            name="safe_for_others",
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name="moderationdecision",
            name="undoes",
            field=models.OneToOneField(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="undone_by",
                to="comments.moderationdecision",
            ),
        ),
        migrations.AlterField(
            model_name="comment",
            name="status",
            field=models.CharField(
                choices=[
                    ("pending", "waiting"),
                    ("approved", "approved"),
                    ("rejected", "rejected"),
                    ("spam", "spam"),
                    ("removed", "taken down"),
                    ("withdrawn", "withdrawn by its author"),
                ],
                default="pending",
                max_length=10,
            ),
        ),
        migrations.AlterField(
            model_name="moderationdecision",
            name="by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="moderation_decisions",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AlterField(
            model_name="moderationdecision",
            name="by_name",
            field=models.CharField(blank=True, max_length=145),
        ),
        migrations.AlterField(
            model_name="moderationdecision",
            name="from_status",
            field=models.CharField(
                choices=[
                    ("pending", "waiting"),
                    ("approved", "approved"),
                    ("rejected", "rejected"),
                    ("spam", "spam"),
                    ("removed", "taken down"),
                    ("withdrawn", "withdrawn by its author"),
                ],
                max_length=10,
            ),
        ),
        migrations.AlterField(
            model_name="moderationdecision",
            name="outcome",
            field=models.CharField(
                choices=[
                    ("approve", "Approve"),
                    ("reject", "Reject"),
                    ("spam", "Spam"),
                    ("second_opinion", "Ask for a second opinion"),
                    ("not_a_crisis", "Not a crisis"),
                    ("remove", "Take down"),
                    ("keep", "Keep it up"),
                    ("restore", "Back to the queue"),
                    ("withdraw", "Withdraw"),
                    ("correct", "Correct"),
                    ("appeal", "Ask to look again"),
                ],
                max_length=16,
            ),
        ),
        migrations.AlterField(
            model_name="moderationdecision",
            name="to_status",
            field=models.CharField(
                choices=[
                    ("pending", "waiting"),
                    ("approved", "approved"),
                    ("rejected", "rejected"),
                    ("spam", "spam"),
                    ("removed", "taken down"),
                    ("withdrawn", "withdrawn by its author"),
                ],
                max_length=10,
            ),
        ),
        # What has been decided stands in no lane.
        migrations.RunSQL(
            "UPDATE comments_comment SET lane = NULL WHERE status <> 'pending'", reverse_sql=migrations.RunSQL.noop
        ),
        migrations.AddIndex(
            model_name="comment",
            index=models.Index(
                condition=models.Q(("lane__isnull", False)), fields=["lane", "created_at", "id"], name="queued_comments"
            ),
        ),
        migrations.AddIndex(
            model_name="comment",
            index=models.Index(
                condition=models.Q(("parent__isnull", True), ("status", "approved")),
                fields=["article", "created_at", "id"],
                name="approved_threads",
            ),
        ),
        migrations.AddIndex(
            model_name="comment",
            index=models.Index(
                condition=models.Q(("parent__isnull", False), ("status", "approved")),
                fields=["article", "parent", "created_at", "id"],
                name="approved_replies",
            ),
        ),
        migrations.AddIndex(
            model_name="comment",
            index=models.Index(fields=["status", "created_at"], name="comments_by_age"),
        ),
        migrations.AddIndex(
            model_name="moderationdecision",
            index=models.Index(fields=["by", "-id"], name="decisions_by_person"),
        ),
        migrations.AddConstraint(
            model_name="comment",
            constraint=models.CheckConstraint(
                condition=models.Q(("status__in", ["pending", "approved", "rejected", "spam", "removed", "withdrawn"])),
                name="a_comment_status_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="comment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("body__regex", "\\S"), ("erased_at__isnull", True), ("name__regex", "\\S")),
                    models.Q(
                        ("body", ""),
                        ("erased_at__isnull", False),
                        ("name", ""),
                        ("redacted_body", ""),
                        ("redacted_name", ""),
                        ("status__in", ["withdrawn", "rejected", "spam", "removed"]),
                    ),
                    _connector="OR",
                ),
                name="a_comment_has_words",
            ),
        ),
        migrations.AddConstraint(
            model_name="comment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("lane__isnull", False), ("status", "pending")),
                    ("status", "approved"),
                    models.Q(("lane__isnull", True), ("status__in", ["rejected", "spam", "removed", "withdrawn"])),
                    _connector="OR",
                ),
                name="a_waiting_comment_stands_in_a_lane",
            ),
        ),
        migrations.AddConstraint(
            model_name="comment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("corrects", False), ("kind", "reader"), ("role", ""), ("said_by__isnull", True)),
                    models.Q(("kind", "official"), ("parent__isnull", False), ("said_by__isnull", False)),
                    _connector="OR",
                ),
                name="the_clinic_speaks_by_name",
            ),
        ),
        migrations.AddConstraint(
            model_name="moderationdecision",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("from_status__in", ["pending", "rejected", "removed", "spam"]),
                        ("outcome", "approve"),
                        ("to_status", "approved"),
                        ("reason", ""),
                        ("by__isnull", False),
                    ),
                    models.Q(
                        ("from_status__in", ["approved", "pending", "spam"]),
                        ("outcome", "reject"),
                        ("to_status", "rejected"),
                        (
                            "reason__in",
                            [
                                "spam",
                                "abuse",
                                "personal_data",
                                "medical_advice",
                                "unsafe",
                                "off_topic",
                                "undisclosed_affiliation",
                            ],
                        ),
                        ("by__isnull", False),
                    ),
                    models.Q(
                        ("from_status__in", ["pending", "rejected"]),
                        ("outcome", "spam"),
                        ("to_status", "spam"),
                        ("reason", ""),
                        ("by__isnull", False),
                    ),
                    models.Q(
                        ("from_status__in", ["pending"]),
                        ("outcome", "second_opinion"),
                        ("to_status", "pending"),
                        ("reason", ""),
                        ("by__isnull", False),
                    ),
                    models.Q(
                        ("from_status__in", ["pending"]),
                        ("outcome", "not_a_crisis"),
                        ("to_status", "pending"),
                        ("reason", ""),
                        ("by__isnull", False),
                    ),
                    models.Q(
                        ("from_status__in", ["approved"]),
                        ("outcome", "remove"),
                        ("to_status", "removed"),
                        (
                            "reason__in",
                            [
                                "spam",
                                "abuse",
                                "personal_data",
                                "medical_advice",
                                "unsafe",
                                "off_topic",
                                "undisclosed_affiliation",
                            ],
                        ),
                        ("by__isnull", False),
                    ),
                    models.Q(
                        ("from_status__in", ["approved"]),
                        ("outcome", "keep"),
                        ("to_status", "approved"),
                        ("reason", ""),
                        ("by__isnull", False),
                    ),
                    models.Q(
                        ("from_status__in", ["approved", "rejected", "removed", "spam"]),
                        ("outcome", "restore"),
                        ("to_status", "pending"),
                        ("reason", ""),
                        ("by__isnull", False),
                    ),
                    models.Q(
                        ("from_status__in", ["approved", "pending", "rejected", "removed", "spam"]),
                        ("outcome", "withdraw"),
                        ("to_status", "withdrawn"),
                        ("reason", ""),
                        ("by__isnull", True),
                    ),
                    models.Q(
                        ("from_status__in", ["pending"]),
                        ("outcome", "correct"),
                        ("to_status", "pending"),
                        ("reason", ""),
                        ("by__isnull", True),
                    ),
                    models.Q(
                        ("from_status__in", ["rejected", "removed", "spam"]),
                        ("outcome", "appeal"),
                        ("to_status", "pending"),
                        ("reason", ""),
                        ("by__isnull", True),
                    ),
                    _connector="OR",
                ),
                name="a_decision_is_a_move_of_the_table",
            ),
        ),
        migrations.AddField(
            model_name="adverseevent",
            name="by",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="adverseevent",
            name="comment",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="adverse_events", to="comments.comment"
            ),
        ),
        migrations.AddField(
            model_name="cannedreplyversion",
            name="by",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="cannedreplyversion",
            name="reply",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="versions", to="comments.cannedreply"
            ),
        ),
        migrations.AddField(
            model_name="commentrules",
            name="by",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="commentrules",
            name="on_call",
            field=models.ManyToManyField(related_name="+", to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name="commentswitch",
            name="article",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="articles.article"
            ),
        ),
        migrations.AddField(
            model_name="commentswitch",
            name="by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="commentswitch",
            name="topic",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="articles.topic"
            ),
        ),
        migrations.AddField(
            model_name="crisisalert",
            name="acknowledged_by",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddConstraint(
            model_name="dropped",
            constraint=models.UniqueConstraint(fields=("day", "why"), name="one_count_for_a_day"),
        ),
        migrations.AddIndex(
            model_name="flow",
            index=models.Index(fields=["window"], name="flows_by_age"),
        ),
        migrations.AddConstraint(
            model_name="flow",
            constraint=models.UniqueConstraint(fields=("kind", "key", "window"), name="one_count_for_a_window"),
        ),
        migrations.AddField(
            model_name="guardoverride",
            name="by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="guardoverride",
            name="reply",
            field=models.OneToOneField(
                on_delete=django.db.models.deletion.PROTECT, related_name="guard_override", to="comments.comment"
            ),
        ),
        migrations.AddField(
            model_name="looking",
            name="comment",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="looked_at_by", to="comments.comment"
            ),
        ),
        migrations.AddField(
            model_name="looking",
            name="person",
            field=models.OneToOneField(
                on_delete=django.db.models.deletion.CASCADE, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="moderatornote",
            name="by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="moderatornote",
            name="comment",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="notes", to="comments.comment"
            ),
        ),
        migrations.AddField(
            model_name="originalview",
            name="by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="originalview",
            name="comment",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="original_views", to="comments.comment"
            ),
        ),
        migrations.AddField(
            model_name="redaction",
            name="by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="redaction",
            name="comment",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="redactions", to="comments.comment"
            ),
        ),
        migrations.AddField(
            model_name="report",
            name="closed_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="closes",
                to="comments.moderationdecision",
            ),
        ),
        migrations.AddField(
            model_name="report",
            name="comment",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="reports", to="comments.comment"
            ),
        ),
        migrations.AddField(
            model_name="secondlook",
            name="by",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="secondlook",
            name="decision",
            field=models.OneToOneField(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="second_look",
                to="comments.moderationdecision",
            ),
        ),
        migrations.AddField(
            model_name="signal",
            name="comment",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="signals", to="comments.comment"
            ),
        ),
        migrations.AddConstraint(
            model_name="adverseevent",
            constraint=models.CheckConstraint(
                condition=models.Q(("number", ""), ("state", "forwarded"), _negated=True),
                name="what_was_forwarded_has_a_number",
            ),
        ),
        migrations.AddConstraint(
            model_name="commentswitch",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("article__isnull", False), ("topic__isnull", True)),
                    models.Q(("article__isnull", True), ("topic__isnull", False)),
                    _connector="OR",
                ),
                name="a_switch_is_for_a_topic_or_an_article",
            ),
        ),
        migrations.AddIndex(
            model_name="report",
            index=models.Index(
                condition=models.Q(("closed_by__isnull", True)), fields=["comment"], name="open_reports"
            ),
        ),
        migrations.AddIndex(
            model_name="secondlook",
            index=models.Index(condition=models.Q(("agreed__isnull", True)), fields=["id"], name="open_second_looks"),
        ),
        migrations.AddIndex(
            model_name="signal",
            index=models.Index(fields=["code", "comment"], name="signals_by_code"),
        ),
    ]
