"""An article in another language: begun from live words, signed off by itself, and behind as soon as those change."""

import json
import re

import pytest
from django.conf import settings
from django.db import IntegrityError, connection, transaction
from django.utils import translation as languages
from django.utils.translation import gettext

from articles.domain import drafting, reviewing, translating
from articles.domain.facts import compute_seal
from articles.enums import ChangeClass, SignOffKind
from articles.models import Article, FollowUp, Revision
from clinic_cms.roles import CLINICIAN, EDITOR, PUBLISHER
from clinic_cms.shared.refusal import Refusal, StaleRefusal
from tests.factories import answers_for, let_stand, make_draft, make_live, make_live_article, make_person, sign
from tests.translations import SPANISH, begun, changed, make_live_translation, withdrawn

pytestmark = pytest.mark.django_db


class TestATranslation:
    def test_begins_with_the_live_words_and_sources_in_an_article_of_its_own(self):
        live, translator = make_live(), make_person(EDITOR, full_name="Ana Ruiz")
        draft = begun(live, by=translator)

        assert (draft.article.language, draft.article.translation_of, draft.translated_from) == (
            "es",
            live.article,
            live,
        )
        assert (draft.body, draft.summary, draft.title, draft.author) == (live.body, live.summary, SPANISH, translator)
        assert [each.title for each in draft.references.all()] == [each.title for each in live.references.all()]
        assert (draft.status, draft.article.slug) == ("draft", "caminar-y-el-animo")
        assert draft.article.get_absolute_url() == "/es/articles/caminar-y-el-animo/"

    def test_has_the_disclaimer_of_its_language(self):
        assert begun(make_live()).disclaimer == settings.CLINIC_DISCLAIMERS["es"]

    @pytest.mark.parametrize("reader", ["en", "es"])
    def test_gets_its_crisis_box_in_its_own_language_whoever_saves_it(self, reader):
        draft = begun(make_live())
        with languages.override(reader):
            words = {"body": "<p>Si piensa en el suicidio, no se quede a solas.</p>"}
            saved = drafting.save_draft(draft, by=draft.saved_by, seen=draft.state_token, words=words)
        with languages.override("es"):
            heading = gettext("Are you thinking about suicide or hurting yourself? Somebody will listen to you now.")
        assert re.findall(r'crisis-help"><p><strong>([^<]*)', saved.body) == [heading]
        assert heading.startswith("¿")

    def test_is_begun_once_for_each_language(self):
        live = make_live()
        begun(live)
        with pytest.raises(Refusal, match="Somebody has begun this translation already"):
            begun(live, "Andar y el ánimo")

    @pytest.mark.parametrize(
        ("language", "reason"), [("en", "in that language already"), ("fr", "no pages in that language")]
    )
    def test_is_in_another_language_that_the_site_has(self, language, reason):
        with pytest.raises(Refusal, match=reason):
            translating.translate(make_live_article(), language, by=make_person(EDITOR), title=SPANISH)

    def test_is_made_of_words_that_readers_have(self):
        with pytest.raises(Refusal, match="Publish the article first"):
            translating.translate(make_draft().article, "es", by=make_person(EDITOR), title=SPANISH)

    def test_is_not_translated_further(self):
        draft = begun(make_live())
        assert translating.open_languages(draft.article) == []
        assert translating.reason_against_translating(draft.article, "en") == (
            "This article is a translation itself. Translate the one that it translates."
        )

    @pytest.mark.parametrize("role", [CLINICIAN, PUBLISHER])
    def test_is_an_editors_to_begin(self, role):
        with pytest.raises(Refusal, match="Only an editor can write articles"):
            begun(make_live(), by=make_person(role))


class TestItsSignOffs:
    def test_are_sealed_to_the_words_that_it_translates(self):
        live = make_live()
        draft = begun(live)
        seal = compute_seal(draft)
        changed(live)
        draft.refresh_from_db()
        followed = translating.follow_source(draft, by=draft.saved_by, seen=draft.state_token)

        assert followed.body == draft.body
        assert compute_seal(followed) != seal

    def test_are_computed_alike_by_the_database(self):
        draft = begun(make_live())
        with connection.cursor() as cursor:
            cursor.execute("SELECT articles_digest(%s)", [draft.pk])
            assert cursor.fetchone() == (compute_seal(draft),)

    @pytest.mark.parametrize("kind", [SignOffKind.EDITORIAL, SignOffKind.CLINICAL])
    def test_answer_for_what_it_translates(self, kind):
        draft = let_stand(begun(make_live()))
        submitted = reviewing.submit(draft, by=draft.saved_by, seen=draft.state_token)
        signer = make_person(EDITOR if kind == SignOffKind.EDITORIAL else CLINICIAN)
        silent = {name: answer for name, answer in answers_for(submitted, kind).items() if name != "translation"}
        with pytest.raises(Refusal, match="answer every question"):
            sign(submitted, kind, signer, answers=silent)

    def test_are_asked_for_it_by_the_database_too(self):
        draft = let_stand(begun(make_live()))
        submitted = reviewing.submit(draft, by=draft.saved_by, seen=draft.state_token)
        signed = sign(submitted, SignOffKind.EDITORIAL, make_person(EDITOR))
        kept = signed.review.sign_offs.get().answers
        without = kept | {"questions": [each for each in kept["questions"] if each["key"] != "translation"]}
        with connection.cursor() as cursor:
            for answers in (kept, without):
                cursor.execute(
                    "SELECT articles_is_answered('editorial', %s::jsonb, %s)", [json.dumps(answers), submitted.pk]
                )
                assert cursor.fetchone() == (answers is kept,)


class TestATranslationIsBehind:
    def test_not_while_the_words_stand(self):
        translated = make_live_translation(make_live())
        assert translating.standing_of(translated).is_true

    def test_once_other_words_are_live(self):
        live = make_live()
        translated = make_live_translation(live)
        new = changed(live)

        standing = translating.standing_of(translated)
        assert (standing.behind, standing.since, standing.is_withdrawn) == (new, new.published_at, False)

    def test_not_for_a_slip_of_the_pen(self):
        live = make_live(summary="Why a shrot walk helps.")
        translated = make_live_translation(live)
        changed(live, ChangeClass.TYPO, summary="Why a short walk helps.")
        assert translating.standing_of(translated).is_true

    def test_until_it_follows_and_is_signed_off_again(self):
        live = make_live()
        translated = make_live_translation(live)
        new = changed(live)
        update = drafting.start_revision(translated.article, by=translated.saved_by)
        followed = translating.follow_source(update, by=translated.saved_by, seen=update.state_token)

        assert followed.translated_from == new
        assert translating.standing_of(followed).is_true
        assert not translating.standing_of(translated).is_true

    def test_and_two_people_are_asked_to_look_within_a_week(self):
        live = make_live()
        translated = make_live_translation(live)
        changed(live)
        changed(live.article.revisions.live().get(), summary="A third one.")

        asked = FollowUp.objects.get(kind="translation")
        assert (asked.revision, asked.note) == (
            translated,
            "The article that it translates, “Walking and mood”, says something else now.",
        )
        assert (asked.due_on - asked.opened_at.date()).days in {6, 7}

    def test_and_within_a_day_where_the_words_were_withdrawn(self):
        live = make_live()
        translated = make_live_translation(live)
        withdrawn(live)

        asked = FollowUp.objects.get(kind="translation")
        assert asked.note == "The article that it translates, “Walking and mood”, was withdrawn."
        assert (asked.due_on - asked.opened_at.date()).days in {0, 1}
        assert translating.standing_of(translated).is_withdrawn


class TestFollowing:
    def test_is_refused_where_nothing_is_new(self):
        draft = begun(make_live())
        with pytest.raises(Refusal, match="follows the newest words already"):
            translating.follow_source(draft, by=draft.saved_by, seen=draft.state_token)

    def test_is_refused_where_nothing_is_translated(self):
        draft = make_draft()
        with pytest.raises(Refusal, match="no live words in another language"):
            translating.follow_source(draft, by=draft.saved_by, seen=draft.state_token)

    def test_is_refused_to_a_stale_page(self):
        live = make_live()
        draft = begun(live)
        changed(live)
        drafting.save_draft(draft, by=draft.saved_by, seen=draft.state_token, words={"summary": "Otra cosa."})
        with pytest.raises(StaleRefusal):
            translating.follow_source(draft, by=draft.saved_by, seen=draft.state_token)


class TestTheDatabase:
    @pytest.mark.parametrize("change", ["language = 'en'", "translation_of_id = NULL"])
    def test_keeps_an_article_in_its_language(self, change):
        article = begun(make_live()).article
        with (
            pytest.raises(IntegrityError, match="keeps its language"),
            transaction.atomic(),
            connection.cursor() as cursor,
        ):
            cursor.execute(f"UPDATE articles_article SET {change} WHERE id = %s", [article.pk])

    def test_freezes_what_is_translated_with_the_words(self):
        live = make_live()
        draft = let_stand(begun(live))
        submitted = reviewing.submit(draft, by=draft.saved_by, seen=draft.state_token)
        new = changed(live)
        with pytest.raises(IntegrityError, match="freezes with them"), transaction.atomic():
            Revision.objects.filter(pk=submitted.pk).update(translated_from=new)

    def test_lets_words_translate_only_those_of_their_article(self):
        draft, other = begun(make_live()), make_live("Sleep")
        with pytest.raises(IntegrityError, match="what readers saw of the article"), transaction.atomic():
            Revision.objects.filter(pk=draft.pk).update(translated_from=other)

    def test_has_no_translation_that_does_not_say_of_what(self):
        draft = begun(make_live())
        with pytest.raises(IntegrityError, match="says what it translates"), transaction.atomic():
            Revision.objects.filter(pk=draft.pk).update(translated_from=None)

    def test_has_one_translation_for_each_language(self):
        draft = begun(make_live())
        with pytest.raises(IntegrityError, match="one_translation_per_language"), transaction.atomic():
            Article.objects.create(slug="otra", language="es", translation_of=draft.article.translation_of)


def test_the_byline_says_the_authors_role_in_the_language_of_the_words():
    author = make_person(
        EDITOR, full_name="Ana Lim", job_title="Nurse", translations={"es": {"job_title": "Enfermera"}}
    )
    live = make_live(by=author)

    assert (live.byline, begun(live, by=author).byline) == ("Ana Lim, Nurse", "Ana Lim, Enfermera")
