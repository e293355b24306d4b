import re

import pytest

from articles.change_class import floor
from articles.domain import compared, drafting
from articles.domain.facts import compute_seal, words_of
from articles.domain.readiness import problems
from articles.models import Reference, Revision, Source
from articles.seal import REFERENCE as OLD_FIELDS
from articles.seal import digest
from clinic_cms.roles import EDITOR
from tests.factories import BODY, REFERENCE, make_draft, make_live, make_person, make_topic
from tests.races import race

pytestmark = pytest.mark.django_db

FEDER = {
    "title": "Efficacy of ketamine",
    "authors": "Feder A",
    "container": "JAMA",
    "year": "2014",
    "doi": "10.1001/J.1",
}
BERMAN = {"title": "Antidepressant effects", "year": "2000", "doi": "10.1016/S0006-3223(99)00230-9"}


def cited(*numbers):
    marks = "".join(f'<sup><a href="#ref-{number}">{number}</a></sup>' for number in numbers)
    return BODY.replace('<sup><a href="#ref-1">1</a></sup>', marks)


def save(draft, by=None, **options):
    fresh = Revision.objects.get(pk=draft.pk)
    return drafting.save_draft(fresh, by=by or draft.saved_by, seen=fresh.state_token, **{"words": {}, **options})


def listed(draft):
    return list(draft.references.order_by("position").values_list("title", flat=True))


def form_rows(draft):
    """The list as its form sends it back."""
    names = [name for name in drafting_row() if name != "source"]
    return [
        {"source": each.source.key, **{name: getattr(each, name) for name in names}}
        for each in draft.references.as_listed()
    ]


def drafting_row():
    return ["source", "kind", "authors", "title", "container", "year", "volume", "issue", "pages", "doi", "pmid", "url",
            "checked_on", "study_type", "participants", "population", "funding"]  # fmt: skip


def test_the_list_stands_in_the_order_of_first_use_and_the_markers_follow():
    draft = make_draft(references=[REFERENCE, FEDER, BERMAN], body=cited(3, 2, 3, 1))

    assert listed(draft) == ["Antidepressant effects", "Efficacy of ketamine", "Physical Activity Basics"]
    assert [part[0] for part in draft.body.split('href="#ref-')[1:]] == ["1", "2", "1", "3"]


def test_saving_again_changes_nothing():
    draft = make_draft(references=[FEDER, BERMAN], body=cited(2, 1))
    before, rows = draft.body, form_rows(draft)

    again = save(draft, words={"body": before}, references=rows)

    assert (again.body, form_rows(again)) == (before, rows)
    assert Source.objects.count() == 2


def test_one_source_is_one_source_whoever_cites_it_and_however_its_doi_is_written():
    first = make_draft("One", references=[FEDER])
    second = make_draft("Two", references=[{**FEDER, "doi": "10.1001/j.1"}])

    assert first.references.get().source == second.references.get().source
    assert second.references.get().doi == "10.1001/j.1"


def test_a_marker_pasted_from_another_article_brings_its_source_along():
    there = make_draft("There", references=[FEDER, BERMAN], body=cited(1, 2))
    here = make_draft("Here")
    pasted = there.body.split("<sup>")[2].split("</sup>")[0]

    after = save(here, words={"body": here.body.replace("</p>", f"<sup>{pasted}</sup></p>", 1)})

    assert listed(after) == ["Physical Activity Basics", "Antidepressant effects"]
    assert after.references.get(position=2).doi == "10.1016/S0006-3223(99)00230-9"
    assert problems(after) == []


def test_a_source_taken_off_the_list_does_not_come_back_with_its_markers_and_is_named():
    draft = make_draft(references=[REFERENCE, FEDER], body=cited(1, 2))

    for _each in range(2):
        draft = save(draft, references=form_rows(draft)[1:] if listed(draft)[0] != FEDER["title"] else form_rows(draft))

    assert listed(draft) == [FEDER["title"]]
    assert problems(draft) == [
        "A marker in the words shows “?”: its source is not in the list. Cite the source again, or remove it."
    ]


def test_the_same_source_twice_is_named():
    draft = make_draft(references=[FEDER, {**FEDER, "title": "Again"}], body=cited(1, 2))

    assert problems(draft) == ["References 1 and 2 are the same source. Remove one of them."]


def test_what_an_editor_mends_is_mended_in_the_library_and_stays_as_it_was_elsewhere():
    elsewhere = make_draft("Elsewhere", references=[FEDER])
    draft = make_draft("Here", references=[FEDER])

    save(draft, references=[{**form_rows(draft)[0], "title": "Mended", "study_type": "randomised", "participants": 41}])

    source = Source.objects.get()
    assert (source.title, source.study_type, source.participants) == ("Mended", "randomised", 41)
    assert elsewhere.references.get().title == FEDER["title"]
    assert [each.title for each in save(elsewhere, references=form_rows(elsewhere)).references.all()] == [
        FEDER["title"]
    ]
    assert Source.objects.get().title == "Mended"


def test_a_source_cited_by_its_doi_alone_is_filled_from_the_library():
    make_draft("There", references=[FEDER])

    draft = make_draft("Here", references=[{"title": "", "doi": FEDER["doi"]}])

    assert (draft.references.get().title, draft.references.get().container) == (FEDER["title"], "JAMA")


def test_a_row_that_turns_out_to_be_a_known_source_takes_its_markers_along():
    make_draft("There", references=[BERMAN])
    draft = make_draft("Here", references=[{"title": "Effects"}])

    after = save(draft, references=[{**form_rows(draft)[0], "doi": BERMAN["doi"]}])

    known = Source.objects.get(doi=BERMAN["doi"].lower())
    assert after.references.get().source == known
    assert f'data-source="{known.key}"' in after.body


def test_another_doi_in_a_row_whose_source_others_cite_is_another_source():
    make_draft("There", references=[FEDER])
    draft = make_draft("Here", references=[FEDER])

    after = save(draft, references=[{**form_rows(draft)[0], "doi": "10.1001/other"}])

    assert sorted(Source.objects.values_list("doi", flat=True)) == ["10.1001/j.1", "10.1001/other"]
    assert [each.source.doi for each in after.references.as_listed()] == ["10.1001/other"]
    assert problems(after) == []


def test_a_new_draft_says_of_its_sources_what_the_live_words_say():
    live = make_live(references=[{**FEDER, "participants": 41, "funding": "NIMH"}])

    draft = drafting.start_revision(live.article, by=make_person(EDITOR))

    names = [field.attname for field in Reference._meta.concrete_fields if field.name not in ("id", "revision")]
    assert [[getattr(each, name) for name in names] for each in draft.references.all()] == [
        [getattr(each, name) for name in names] for each in live.references.all()
    ]
    assert compute_seal(draft) == live.seal


@pytest.mark.django_db(transaction=True)
def test_two_articles_that_bring_the_same_source_at_once_share_it():
    editors = [make_person(EDITOR), make_person(EDITOR)]
    topic = make_topic()
    drafts = [drafting.start_article(by=each, title=f"Article {each.pk}", topic=topic) for each in editors]

    def saving(draft, by):
        return lambda: save(draft, by, references=[FEDER])

    outcomes = race(*[saving(draft, by) for draft, by in zip(drafts, editors, strict=True)])

    assert [type(each) for each in outcomes] == [Revision, Revision]
    assert Source.objects.filter(doi="10.1001/j.1").count() == 1
    assert {each.references.get().source.doi for each in outcomes} == {"10.1001/j.1"}


def test_a_seal_from_before_the_library_still_holds():
    draft = make_draft()
    known = {"source": None, "csl": "", "entry": "", "study_type": "", "participants": None}
    Reference.objects.filter(revision=draft).update(**known)

    assert compute_seal(draft) == digest(words_of(draft), [dict(zip(OLD_FIELDS, old_texts(draft), strict=True))])


def old_texts(draft):
    reference = draft.references.get()
    return [str(getattr(reference, name) or "") for name in OLD_FIELDS]


def test_the_library_alone_does_not_make_a_mended_typo_a_clinical_change():
    draft = make_draft(body=BODY.replace("lifts", "lfits"))
    Reference.objects.filter(revision=draft).update(source=None, csl="", entry="")
    Revision.objects.filter(pk=draft.pk).update(body=re.sub(r' data-source="\w+"', "", draft.body))
    before = compared.words_of(Revision.objects.get(pk=draft.pk))

    after = save(draft, words={"body": before.body.replace("lfits", "lifts")})

    assert after.references.get().entry != ""
    assert "data-source" in after.body
    assert floor(before, compared.words_of(after)).change_class == "typo"
