"""What holds for the detectors whatever the words."""

from itertools import pairwise

from hypothesis import example, given, settings
from hypothesis import strategies as st

from comments.triage import CODES, Facts, confirms_care, inspect, lane_of, personal_parts, redacted, sentence, without
from comments.triage.folding import read
from comments.triage.registry import DETECTORS

PIECES = [words for each in DETECTORS for sentences in each.hits.values() for words in sentences]
ODD = [
    "\u200b",
    "\u0301",
    "\ufdfa",
    "ß",
    "İ",
    "ﬁ",
    "\u202e",
    "'",
    "’",
    "\x00",
    "\n\n",
    "  ",
    "👍",
    "\ud800",
    "ª",
    "½",
    "K",
]
TEXT = st.one_of(
    st.text(max_size=200),
    st.lists(st.one_of(st.sampled_from(PIECES), st.sampled_from(ODD), st.text(max_size=4)), max_size=12).map("".join),
)
FACTS = st.builds(
    Facts,
    medicines=st.frozensets(st.text(max_size=12), max_size=3),
    clinic_names=st.lists(st.text(max_size=12), max_size=2).map(tuple),
    country=st.sampled_from(["US", "GB", "ES", "MX", "", "XX", "us"]),
    own_phones=st.frozensets(st.text(max_size=12), max_size=2),
)


@settings(deadline=None, max_examples=200)
@given(text=TEXT, name=TEXT, facts=FACTS)
@example(text="", name="", facts=Facts())
@example(text="'", name="\u200b", facts=Facts(medicines=frozenset({"", "[", "{a|b}", "~"}), clinic_names=("", "*")))
def test_whatever_the_words_every_place_is_in_them(text, name, facts):
    found = inspect(text, name=name, facts=facts)

    for signal in found:
        source = text if signal.source == "body" else name
        assert 0 <= signal.start < signal.end <= len(source)
        assert signal.code in CODES
        assert signal.code != "check_failed"
        assert sentence(signal)
    assert lane_of(found)
    assert found == inspect(text, name=name, facts=facts)


@settings(deadline=None, max_examples=150)
@given(text=TEXT)
def test_the_folded_text_knows_its_way_back(text):
    reading = read(text)

    assert len(reading.text) == len(reading.words) == len(reading.starts) == len(reading.ends)
    assert reading.starts == sorted(reading.starts)
    assert all(0 <= start < end <= len(text) for start, end in zip(reading.starts, reading.ends, strict=True))


@settings(deadline=None, max_examples=150)
@given(text=TEXT)
def test_personal_parts_can_always_be_taken_out(text):
    parts = personal_parts(text)

    assert all(one.end <= other.start for one, other in pairwise(parts))
    assert len(without(text, parts)) <= len(text)
    assert redacted(text, parts).count("[") >= len(parts)


@settings(deadline=None, max_examples=100)
@given(reply=TEXT, name=TEXT)
def test_the_reply_guard_never_raises(reply, name):
    assert all(0 <= each.start < each.end <= len(reply) for each in confirms_care(reply, name=name))
