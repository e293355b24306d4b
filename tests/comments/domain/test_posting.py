from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from articles.domain.publishing import withdraw
from clinic_cms.roles import PUBLISHER
from clinic_cms.shared.refusal import Refusal
from comments.domain.posting import post_comment
from comments.models import Comment
from tests.comment_factories import make_comment
from tests.factories import make_draft, make_live_article, make_person, make_withdrawn
from tests.races import race


@pytest.mark.django_db
def test_a_comment_is_held_under_the_words_that_are_live():
    article = make_live_article()

    comment = post_comment(article, name="Mia", body="It helped me.")

    assert (comment.status, comment.version, comment.revision) == ("pending", 1, article.live_revision)


@pytest.mark.django_db
@pytest.mark.parametrize("make", [make_draft, make_withdrawn])
def test_an_article_that_is_not_live_takes_no_comments(make):
    with pytest.raises(Refusal, match="so it takes no comments"):
        make_comment(article=make().article)


@pytest.mark.django_db
@pytest.mark.parametrize(("minutes", "comments"), [(0, 1), (9, 1), (11, 2)])
def test_the_same_words_within_ten_minutes_are_the_same_comment(minutes, comments):
    article = make_live_article()
    make_comment(article=article)

    with time_machine.travel(timezone.now() + timedelta(minutes=minutes)):
        make_comment(article=article)

    assert Comment.objects.count() == comments


@pytest.mark.django_db
@pytest.mark.parametrize("other", [{"name": "Ana"}, {"body": "It helped me too."}])
def test_other_words_or_another_name_are_another_comment(other):
    article = make_live_article()
    make_comment(article=article)

    make_comment(**{"article": article, **other})

    assert Comment.objects.count() == 2


@pytest.mark.django_db(transaction=True)
def test_eight_equal_posts_at_the_same_moment_make_one_comment():
    # Tried: without _one_at_a_time() this made up to eight comments.
    article = make_live_article()

    comments = race(*[lambda: post_comment(article, name="Mia", body="It helped me.")] * 8)

    assert {comment.pk for comment in comments} == {Comment.objects.get().pk}


@pytest.mark.django_db(transaction=True)
def test_a_comment_racing_a_withdrawal_is_held_before_it_or_refused():
    article, publisher = make_live_article(), make_person(PUBLISHER)
    words = article.live_revision

    comment, withdrawn = race(
        lambda: post_comment(article, name="Mia", body="It helped me."),
        lambda: withdraw(words, by=publisher, seen=words.state_token, note="Retracted.", notice="Retracted."),
    )

    assert withdrawn.status == "withdrawn"
    assert Comment.objects.count() == (0 if isinstance(comment, Refusal) else 1)
