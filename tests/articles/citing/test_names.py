"""Authors: the one line that people write, and the names that a style puts in order."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.citing.names import from_line, initials, to_line, whole


@pytest.mark.parametrize(("line", "names"), [
    ("Feder A, Parides MK", [{"family": "Feder", "given": "A."}, {"family": "Parides", "given": "M. K."}]),
    ("Feder, Adriana; Parides, M. K.",
     [{"family": "Feder", "given": "Adriana"}, {"family": "Parides", "given": "M. K."}]),
    ("van der Kolk BA", [{"family": "van der Kolk", "given": "B. A."}]),
    ("de la Cruz A, O'Brien K Jr",
     [{"family": "de la Cruz", "given": "A."}, {"family": "O'Brien", "given": "K.", "suffix": "Jr"}]),
    ("King, Martin Luther, Jr; Feder A",
     [{"family": "King", "given": "Martin Luther", "suffix": "Jr"}, {"family": "Feder", "given": "A."}]),
    ("Smith-Jones JM.", [{"family": "Smith-Jones", "given": "J. M."}]),
    ("World Health Organization", [{"literal": "World Health Organization"}]),
    ("Centers for Disease Control and Prevention", [{"literal": "Centers for Disease Control and Prevention"}]),
    ("WHO", [{"literal": "WHO"}]),
    ("NIH NIMH", [{"literal": "NIH NIMH"}]),
    ("Feder A, et al.", [{"family": "Feder", "given": "A."}, {"literal": "et al"}]),
    ("", []), (" , ", []), (";", []),
])  # fmt: skip
def test_a_line_is_read_into_names(line, names):
    assert from_line(line) == names


@pytest.mark.parametrize("line", [
    "Feder A, Parides MK", "van der Kolk BA", "O'Brien K Jr", "World Health Organization", "Feder A, et al.",
])  # fmt: skip
def test_what_was_read_is_written_the_same(line):
    assert to_line(from_line(line), 300) == line


def test_a_particle_stands_before_the_family_name():
    kolk = {"family": "Kolk", "non-dropping-particle": "van der", "given": "Bessel A."}

    assert to_line([kolk], 300) == "van der Kolk BA"


def test_a_long_list_ends_with_et_al_and_fits():
    people = [{"family": f"Family{number}", "given": "Given"} for number in range(40)]

    line = to_line(people, 60)

    assert (line, len(line) <= 60) == ("Family0 G, Family1 G, Family2 G, Family3 G, et al.", True)


def test_a_name_that_is_too_long_by_itself_leaves_no_line():
    assert to_line([{"literal": "x" * 301}], 300) == ""
    assert to_line([], 300) == ""


@pytest.mark.parametrize(("given", "letters"), [
    ("Michael K.", "MK"), ("M-K", "MK"), ("MK", "MK"), ("jean-paul", "JP"), ("Élise", "É"), ("", ""), (". .", ""),
])  # fmt: skip
def test_given_names_become_their_first_letters(given, letters):
    assert initials(given) == letters


def test_a_name_with_its_suffix_in_the_middle_or_at_the_end_is_the_same():
    king = {"family": "King", "given": "Martin Luther", "suffix": "Jr"}

    assert [whole("King, Jr, Martin Luther"), whole("King, Martin Luther, Jr")] == [king, king]


@given(st.text(max_size=200))
def test_whatever_the_line_it_never_breaks_and_never_grows(line):
    assert len(to_line(from_line(line), 120)) <= 120
