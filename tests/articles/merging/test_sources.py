"""The lists of references of two drafts, and the numbers in the words that follow them."""

from articles.merging import Draft, merge

A, B, C, D = ({"title": name, "doi": "", "pmid": "", "url": "", "year": "2020"} for name in "ABCD")


def cite(*numbers):
    return "<p>" + "".join(f'Fact {n}.<sup><a href="#ref-{n}">{n}</a></sup> ' for n in numbers) + "</p>"


def put_together(base, mine, theirs):
    found = merge(*(Draft({}, body, sources) for body, sources in (base, mine, theirs)))
    return found.draft.body, [each["title"] for each in found.draft.sources], found


def test_a_source_that_they_added_comes_after_mine_and_its_marker_follows():
    base = ("<p>Fact. </p><p>End.</p>", [])
    mine = ('<p>Fact. <sup><a href="#ref-1">1</a></sup></p><p>End.</p>', [A])
    theirs = ('<p>Fact. </p><p>End. <sup><a href="#ref-1">1</a></sup></p>', [B])

    body, titles, _found = put_together(base, mine, theirs)

    assert body == '<p>Fact. <sup><a href="#ref-1">1</a></sup></p><p>End. <sup><a href="#ref-2">2</a></sup></p>'
    assert titles == ["A", "B"]


def test_a_source_that_one_took_out_is_gone():
    body, titles, _found = put_together((cite(1, 2), [A, B]), (cite(1, 2), [A, B]), (cite(1), [A]))

    assert (titles, body.count("#ref-")) == (["A"], 1)


def test_a_source_that_the_other_still_cites_stays():
    base = ("<p>One.</p><p>Two.</p>", [A])
    mine = ("<p>One.</p><p>Two.</p>", [])
    theirs = ('<p>One.</p><p>Two.<sup><a href="#ref-1">1</a></sup></p>', [A])

    body, titles, _found = put_together(base, mine, theirs)

    assert (titles, body.count('<a href="#ref-1">1</a>')) == (["A"], 1)


def test_fields_of_one_source_go_together_and_what_both_changed_is_told():
    mine, theirs = {**A, "year": "2021"}, {**A, "pmid": "7", "year": "2022"}

    _body, _titles, found = put_together(("", [A]), ("", [mine]), ("", [theirs]))

    assert found.draft.sources == [{**A, "year": "2021", "pmid": "7"}]
    assert found.clashing_sources == ("A",)


def test_a_marker_of_no_source_keeps_its_number():
    body, titles, _found = put_together((cite(7), [A]), (cite(7), [A]), (cite(7), [A, C, D]))

    assert (body.count('href="#ref-7">7<'), titles) == (1, ["A", "C", "D"])
