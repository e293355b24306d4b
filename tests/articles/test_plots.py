from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from articles import plots
from articles.plots import Bar, bars, columns

counts = st.lists(st.integers(0, 10_000), min_size=1, max_size=36)


def test_the_highest_column_fills_the_height_and_the_others_are_to_scale():
    found = columns([2, 4, 0, 1], ["Jan", "Feb", "Mar", "Apr"])

    assert [(column.y, column.height) for column in found] == [(66, 48), (18, 96), (114, 0), (90, 24)]
    assert [(column.x, column.width, column.middle) for column in found] == [
        (12, 56, 40),
        (92, 56, 120),
        (172, 56, 200),
        (252, 56, 280),
    ]


def test_a_column_carries_its_number_and_its_name():
    found = columns([2, 0], ["Jan", "Feb"])

    assert [(column.number, column.name) for column in found] == [("2", "Jan"), ("", "Feb")]


def test_where_there_are_many_only_some_are_named_and_the_last_always():
    found = columns(list(range(36)), [str(number) for number in range(36)])

    assert [column.name for column in found if column.name] == ["5", "11", "17", "23", "29", "35"]
    assert {column.number for column in found} == {""}


def test_without_values_there_are_no_columns():
    assert (columns([], []), bars([])) == ([], [])


def test_without_anything_done_every_column_is_flat():
    assert {column.height for column in columns([0, 0], ["Jan", "Feb"])} == {0}


@given(counts)
def test_every_column_stands_inside_the_picture_beside_the_others(values):
    found = columns(values, [str(value) for value in values])

    assert all(column.y >= plots.HEAD and column.x + column.width <= plots.WIDTH for column in found)
    assert all(column.y + column.height == plots.HEIGHT - plots.FOOT for column in found)
    assert all(left.x + left.width <= right.x for left, right in pairwise(found))
    assert all((column.height > 0) == (value > 0) for column, value in zip(found, values, strict=True))


def test_bars_are_to_one_scale_and_the_longest_fills_the_line():
    assert bars([(1, 4), (2, 8), (0, 0)]) == [Bar(125, 500), Bar(250, 1000), Bar(0, 0)]


@given(st.lists(st.tuples(st.floats(0, 1e9), st.floats(0, 1e9)), max_size=9))
def test_a_bars_frame_is_never_shorter_than_the_bar(ranges):
    assert all(0 <= bar.solid <= bar.open <= plots.SCALE for bar in bars(ranges))
