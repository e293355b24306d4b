"""The command that builds the demonstration: once, on an empty site that asks for it."""

import pytest
from django.core.management import CommandError, call_command
from django.test import override_settings

from articles.models import Article
from clinic_cms.models import User
from comments.models import Comment
from tests.factories import make_person

pytestmark = pytest.mark.django_db


@override_settings(DEMONSTRATION=True)
def test_the_demonstration_is_built_once(capsys):
    call_command("seed_demo")
    built = Article.objects.count(), Comment.objects.count(), User.objects.count()

    call_command("seed_demo")

    assert capsys.readouterr().out.splitlines() == [
        "demonstration: built",
        "demonstration: accounts exist, nothing was built",
    ]
    assert (Article.objects.count(), Comment.objects.count(), User.objects.count()) == built


@override_settings(DEMONSTRATION=True)
def test_nothing_is_built_where_accounts_exist(capsys):
    make_person()

    call_command("seed_demo")

    assert (Article.objects.count(), User.objects.count()) == (0, 1)


@override_settings(DEMONSTRATION=False)
def test_a_real_site_refuses_the_demonstration():
    with pytest.raises(CommandError, match="The demonstration is never built here"):
        call_command("seed_demo")

    assert not User.objects.exists()
