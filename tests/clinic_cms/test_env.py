"""The environment is read strictly: unknown values are refused in one sentence."""

import pytest
from django.core.exceptions import ImproperlyConfigured

from clinic_cms import env


@pytest.mark.parametrize(
    ("value", "result"), [("1", True), ("TRUE", True), (" on ", True), ("0", False), ("no", False), ("", False)]
)
def test_a_switch_understands_the_usual_words(monkeypatch: pytest.MonkeyPatch, value: str, result: bool) -> None:
    monkeypatch.setenv("DEBUG", value)

    assert env.switch("DEBUG") is result


def test_a_switch_refuses_an_unknown_word(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DEBUG", "maybe")

    with pytest.raises(ImproperlyConfigured) as refusal:
        env.switch("DEBUG")

    assert str(refusal.value) == "Set DEBUG to 1 (on) or 0 (off); it is 'maybe' now."


@pytest.mark.parametrize("value", ["abc", "0", "65536", "-1", "8000.5", "\uff11\uff12", "1_000"])
def test_a_number_refuses_what_is_not_in_its_range(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    monkeypatch.setenv("PORT", value)

    with pytest.raises(ImproperlyConfigured) as refusal:
        env.number("PORT", 8000, 1, 65535)

    assert str(refusal.value) == f"Set PORT to a whole number from 1 to 65535; it is {value!r} now."


def test_an_unset_number_is_its_default(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PORT", raising=False)

    assert env.number("PORT", 8000, 1, 65535) == 8000


def test_names_are_split_at_commas_and_trimmed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALLOWED_HOSTS", " clinic.example, ,www.clinic.example ")

    assert env.names("ALLOWED_HOSTS") == ["clinic.example", "www.clinic.example"]


def test_a_required_value_of_spaces_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SECRET_KEY", "   ")

    with pytest.raises(ImproperlyConfigured) as refusal:
        env.required("SECRET_KEY", "a long random text")

    assert str(refusal.value) == "Set SECRET_KEY: a long random text."


def test_a_database_address_is_taken_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://desk:p%40ss@db.example:5433/clinic?sslmode=require")

    settings = env.database("DATABASE_URL")

    assert settings == {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": "clinic",
        "USER": "desk",
        "PASSWORD": "p@ss",
        "HOST": "db.example",
        "PORT": "5433",
        "OPTIONS": {"sslmode": "require"},
    }


def test_the_folder_of_a_socket_keeps_its_capitals() -> None:
    assert env.parse_database("X", "postgresql://desk@%2FVar%2Fa%20b/clinic")["HOST"] == "/Var/a b"


@pytest.mark.parametrize(
    "address",
    [
        "nonsense",
        "mysql://a:secret@b/c",
        "postgresql://a:secret@b",
        "postgresql://a:secret@b:abc/c",
        "postgres://[::1/c",
    ],
)
def test_a_malformed_database_address_is_refused_without_repeating_it(address: str) -> None:
    with pytest.raises(ImproperlyConfigured) as refusal:
        env.parse_database("DATABASE_URL", address)

    assert str(refusal.value) == (
        "Set DATABASE_URL to an address like postgresql://name:password@host:5432/database; it cannot be read now."
    )
