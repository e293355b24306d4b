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


def test_a_marker_is_the_same_however_each_side_writes_it():
    keyed = {**A, "source": "00000000aa"}
    body = "<p>Fact.<sup><a{}>1</a></sup> It was so.</p>"
    base = (body.format(' href="#ref-1"'), [A])
    mine = (body.format(' data-source="00000000aa" href="#ref-1"').replace("was", "is"), [keyed])
    theirs = (body.format(' href="#ref-1" data-source="00000000aa"'), [keyed])

    merged, _titles, found = put_together(base, mine, theirs)

    assert found.clashes == ()
    assert merged == '<p>Fact.<sup><a href="#ref-1" data-source="00000000aa">1</a></sup> It is so.</p>'


def test_a_key_says_more_than_a_number_that_is_out_of_date():
    a, b = {**A, "source": "00000000aa"}, {**B, "source": "00000000bb"}
    base = ('<p>Fact.<sup><a href="#ref-1" data-source="00000000aa">1</a></sup></p>', [a])
    mine = (base[0] + '<p>New.<sup><a href="#ref-1" data-source="00000000bb">1</a></sup></p>', [a, b])

    merged, titles, _found = put_together(base, mine, base)

    assert (titles, merged.split("New.")[1]) == (
        ["A", "B"],
        '<sup><a href="#ref-2" data-source="00000000bb">2</a></sup></p>',
    )


def test_a_marker_of_a_source_that_no_list_has_keeps_its_key():
    pasted = '<p>New.<sup><a href="#ref-1" data-source="00000000cc">1</a></sup></p>'

    merged, titles, _found = put_together(("<p>Old.</p>", [A]), ("<p>Old.</p>" + pasted, [A]), ("<p>Old.</p>", [A]))

    assert (merged, titles) == ("<p>Old.</p>" + pasted, ["A"])
