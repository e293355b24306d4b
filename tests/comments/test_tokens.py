from datetime import UTC, datetime, timedelta

import pytest

from comments import tokens

NOON = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)


def test_a_token_is_the_same_for_everybody_within_the_hour():
    assert tokens.issue(7, NOON) == tokens.issue(7, NOON + timedelta(minutes=59))


def test_the_next_hour_and_another_article_have_other_tokens():
    assert len({tokens.issue(7, NOON), tokens.issue(7, NOON + timedelta(hours=1)), tokens.issue(8, NOON)}) == 3


@pytest.mark.parametrize("age", [timedelta(0), timedelta(hours=24), timedelta(hours=47, minutes=59)])
def test_a_token_works_for_two_days(age):
    assert tokens.check(tokens.issue(7, NOON), 7, NOON + age) is None


def test_an_older_token_has_expired():
    with pytest.raises(tokens.Expired):
        tokens.check(tokens.issue(7, NOON), 7, NOON + timedelta(hours=49))


@pytest.mark.parametrize("token", ["", "x", "a:b", ":", "\x00", "\ud800", "é:é", "W10:x", "x" * 100_000])
def test_a_token_we_did_not_make_is_forged(token):
    with pytest.raises(tokens.Forged):
        tokens.check(token, 7, NOON)


def test_another_articles_token_is_forged():
    with pytest.raises(tokens.Forged):
        tokens.check(tokens.issue(8, NOON), 7, NOON)


def test_a_changed_token_is_forged():
    token = tokens.issue(7, NOON)

    with pytest.raises(tokens.Forged):
        tokens.check(token[:-1] + ("a" if token[-1] != "a" else "b"), 7, NOON)


def test_a_change_of_the_secret_breaks_no_open_form(settings):
    token = tokens.issue(7, NOON)
    settings.SECRET_KEY_FALLBACKS, settings.SECRET_KEY = [settings.SECRET_KEY], "x" * 60

    assert tokens.check(token, 7, NOON) is None
