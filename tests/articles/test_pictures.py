"""Pictures in the words: what stays of them, what is added for readers, what a comparison tells."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles import picture_address
from articles.change_class import floor
from articles.comparison import Words, compare
from articles.enums import ChangeClass
from articles.pictures import Shown, figure, for_readers, lead_figure, shown_in, with_sizes
from articles.richtext import clean, plain_text
from articles.templatetags.richtext import rich_text
from articles.views.marked import marked_words

A, B = "a" * 32, "b" * 32
FRAMED = figure(A, 1600, 900, alt="A hand", caption="Photo: us")


# The allow-list -----------------------------------------------------------------------------------------------------


def test_a_framed_picture_passes_unchanged():
    assert clean(FRAMED) == FRAMED


def test_a_picture_written_by_the_editor_is_the_same_picture():
    as_ckeditor_writes = (
        f'<figure class="picture"><img alt="A hand" height="900" src="/pictures/{A}/" width="1600" />'
        "<figcaption>Photo: us</figcaption></figure>"
    )

    assert clean(as_ckeditor_writes) == FRAMED


@pytest.mark.parametrize(
    "src",
    [
        "https://elsewhere.example/a.png",
        "//elsewhere.example/a.png",
        "data:image/png;base64,AAAA",
        "javascript:alert(1)",
        "/media/a.png",
        f"/pictures/{A}",
        f"/pictures/{A}/960/",
        f"/pictures/{A}/960.jpg",
        f"/pictures/{A}/../../desk/",
        f"/pictures/{A.upper()}/",
        f"/pictures/{A}/?x=1",
        f"/pictures/{A}/#x",
        f"https://testserver/pictures/{A}/",
        f" /pictures/{A[:-1]}/",
    ],
)
def test_a_picture_from_anywhere_else_goes_away_with_its_frame(src):
    assert clean(f'<p>5 mg</p><figure class="picture"><img src="{src}" alt="x"></figure>') == "<p>5 mg</p>"


def test_what_a_frame_said_stays_where_its_picture_goes():
    html = '<figure><img src="https://elsewhere.example/a.png"><figcaption>Take 5 mg</figcaption></figure>'

    assert plain_text(clean(html)) == "Take 5 mg"


@pytest.mark.parametrize(
    "extra",
    [
        'onerror="alert(1)"', 'onload=alert(1)', 'style="position:fixed"', 'srcset="https://elsewhere.example/a 1x"',
        'class="x"', 'id="location"', 'name="getElementById"', 'usemap="#x"', 'longdesc="javascript:alert(1)"',
        'loading="eager"', 'sizes="1px"', 'decoding="sync"', 'crossorigin', 'referrerpolicy="unsafe-url"',
    ],
)  # fmt: skip
def test_nothing_else_of_a_picture_stays(extra):
    assert clean(FRAMED.replace("<img ", f"<img {extra} ")) == FRAMED


@pytest.mark.parametrize("alt", ['"><script>x</script>', "5 < 10 & 'so' > \"that\"", "<b>", "\u202e5 mg", "&quot;"])
def test_words_for_who_cannot_see_stay_words(alt):
    cleaned = clean(figure(A, 400, 300, alt=alt))

    assert "<script" not in cleaned
    assert clean(cleaned) == cleaned
    assert [each.alt for each in shown_in(cleaned)] == [alt.replace("\u202e", "")]


def test_a_picture_says_whether_somebody_decided_what_it_tells():
    html = figure(A, 1, 1, alt=None) + figure(A, 1, 1, alt="") + figure(B, 1, 1, alt="A hand", caption="So")

    assert shown_in(html) == [Shown(A, None), Shown(A, ""), Shown(B, "A hand", "So")]
    assert [each.decorative for each in shown_in(html)] == [False, True, False]


MARKUP = st.sampled_from(
    [
        *("<figure class=picture>", "<figure>", "</figure>", "<figcaption>", "</figcaption>", "<p>", "</p>", "<h2>"),
        *("</h2>", f"<img src=/pictures/{A}/ alt=x>", f"<img src='/pictures/{A}/' width=4>", "<img src=x>", "<img"),
        *("alt='>'", "5 mg"),
    ]
)


@settings(max_examples=300, deadline=None)
@given(st.lists(MARKUP, max_size=14).map("".join))
def test_pictures_in_any_company_are_clean_once_and_for_ever(html):
    cleaned = clean(html)

    assert clean(cleaned) == cleaned
    assert {each.token for each in shown_in(cleaned)} <= {A}
    assert len(shown_in(cleaned)) == cleaned.count("<img")
    assert for_readers(cleaned).count("<img") == cleaned.count("<img")


# For readers --------------------------------------------------------------------------------------------------------


def test_readers_get_every_width_of_a_picture():
    widths = (320, 640, 960, 1280, 1600)
    srcset = ", ".join(f"/pictures/{A}/{width}/ {width}w" for width in widths)

    assert for_readers(figure(A, 1600, 900, alt="A hand")) == (
        f'<figure class="picture"><img alt="A hand" decoding="async" height="900" loading="lazy" '
        f'sizes="(min-width: 48rem) 42rem, 100vw" src="/pictures/{A}/960/" srcset="{srcset}" width="1600"></figure>'
    )


def test_words_without_pictures_stay_as_they_are():
    assert for_readers("<p>5 mg</p>") == "<p>5 mg</p>"


def test_a_picture_without_a_size_is_still_shown():
    assert f'src="/pictures/{A}/"' in for_readers(clean(f'<img src="/pictures/{A}/" alt="">'))


@pytest.mark.parametrize(
    "smuggled",
    [
        f'<img src="/pictures/{A}/960/" srcset="https://elsewhere.example/a 1w" alt="">',
        f'<img src="/pictures/{A}/" srcset="/pictures/{A}/320/ 320w, javascript:alert(1) 2w">',
        "<img src=x onerror=alert(1)><script>alert(1)</script>",
    ],
)
def test_what_stands_in_the_database_is_not_trusted_either(smuggled):
    shown = rich_text(smuggled)

    assert [each for each in ("elsewhere", "alert", "onerror") if each in shown] == []


def test_true_sizes_replace_typed_ones_and_change_nothing_else():
    typed = clean(f'<p>x</p><img src="/pictures/{A}/" alt="A &amp; B"><img src="/pictures/{B}/" width="7" alt="">')

    assert with_sizes(typed, {A: (400, 300)}) == (
        f'<p>x</p><img alt="A &amp; B" height="300" src="/pictures/{A}/" width="400">'
        f'<img alt="" src="/pictures/{B}/" width="7">'
    )


# Addresses ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("width", "widths"),
    [(200, (200,)), (320, (320,)), (1000, (320, 640, 960, 1000)), (1920, (320, 640, 960, 1280, 1920))],
)
def test_no_width_is_larger_than_the_picture(width, widths):
    assert picture_address.widths_of(width) == widths


def test_the_pictures_of_words_are_named_once_each():
    assert picture_address.tokens_in(FRAMED + figure(B, 1, 1, alt="") + FRAMED) == [A, B]


# Comparing ----------------------------------------------------------------------------------------------------------


def words(**fields: str) -> Words:
    return Words(title="Hands", body=fields.pop("body", "<p>Wash them.</p>"), **fields)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("<p>Wash them.</p>", "<p>Wash them.</p>" + FRAMED),
        ("<p>Wash them.</p>" + FRAMED, "<p>Wash them.</p>"),
        (FRAMED, FRAMED.replace(A, B)),
        (FRAMED, FRAMED.replace(A, B).replace('alt="A hand"', 'alt=""')),
    ],
)
def test_another_picture_is_a_clinical_change(old, new):
    found = floor(words(body=old), words(body=new))

    assert found.change_class == ChangeClass.CLINICAL
    assert "A picture was added, removed or changed." in found.reasons


def test_another_lead_picture_is_a_clinical_change_and_is_marked():
    old, new = words(lead=lead_figure(A, "A hand", "")), words(lead=lead_figure(B, "A hand", ""))

    assert floor(old, new).change_class == ChangeClass.CLINICAL
    assert compare(old, new).field("lead").changed
    notes = [note for block in marked(old, new, "lead") for piece in block["pieces"] for note in piece["notes"]]
    assert notes == [f"picture: /pictures/{A}/ became /pictures/{B}/"]


def test_other_words_for_a_picture_are_marked_and_weighed_like_words():
    old, harmless = words(body=FRAMED), words(body=FRAMED.replace("A hand", "A clean hand"))
    dose = words(body=FRAMED.replace("A hand", "A hand with 5 mg"))

    assert floor(old, harmless).change_class == ChangeClass.EDITORIAL
    assert floor(old, dose).change_class == ChangeClass.CLINICAL
    notes = [note for block in marked(old, harmless, "body") for piece in block["pieces"] for note in piece["notes"]]
    assert notes == ["text for the picture: “A hand” became “A clean hand”"]


def marked(old: Words, new: Words, name: str):
    return next(field["all"] for field in marked_words(old, new)["fields"] if field["name"] == name)
