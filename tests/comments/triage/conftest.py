"""These tests are about pure functions: no database is made for them."""

import pytest


@pytest.fixture(autouse=True, scope="session")
def _flush() -> None:
    """In place of the one that sets up a database: these tests are about pure functions."""
    return
