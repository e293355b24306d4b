import re

import pytest

from clinic_cms.roles import MODERATOR, PRIVACY_OFFICER
from comments.domain import author, thread
from comments.domain.moderation import decide
from comments.domain.redacting import redact
from comments.domain.replying import Reply, say
from comments.enums import Outcome
from comments.models import CommentRules, CommentSwitch
from comments.triage import Signal
from tests.comment_factories import make_approved, make_comment, make_rejected, make_reply
from tests.factories import make_crisis_line, make_live, make_live_article, make_person
from tests.translations import make_live_translation

pytestmark = pytest.mark.django_db


def page(client, article, **asked) -> str:
    return client.get(article.get_absolute_url(), asked).content.decode()


def bodies(client, article, **asked) -> list[str]:
    return re.findall(r'<p class="comment__body"[^>]*>(.*?)</p>', page(client, article, **asked))


def taken_down(comment):
    decide(comment, Outcome.REMOVE, by=make_person(MODERATOR), seen=comment.version, reason="abuse")


def make_thread(article, *words: str) -> None:
    for word in words:
        make_approved(word, article=article)


def test_only_approved_comments_show_and_the_oldest_first(client):
    article = make_live_article()
    make_thread(article, "First", "Second")
    make_comment("Waiting", article=article)
    make_rejected("Rejected", article=article)

    assert bodies(client, article) == ["First", "Second"]


def test_another_articles_comments_do_not_show(client):
    article = make_live_article()
    make_approved("Elsewhere", article=make_live_article("Another"))

    assert bodies(client, article) == []


def test_a_comment_is_plain_text(client):
    article = make_live_article()
    make_approved("<b>bold</b> & http://x.example", article=article)

    assert bodies(client, article) == ["&lt;b&gt;bold&lt;/b&gt; &amp; http://x.example"]


def test_a_long_thread_comes_in_pages(client, monkeypatch):
    monkeypatch.setattr(thread, "PER_PAGE", 2)
    article = make_live_article()
    make_thread(article, "First", "Second", "Third")

    html = client.get(article.get_absolute_url()).content.decode()
    assert bodies(client, article) == ["First", "Second"]
    assert re.findall(r'<a href="([^"]*)" rel="next">', html) == [f"/articles/{article.slug}/?page=2#comments"]
    assert bodies(client, article, page=2) == ["Third"]
    assert bodies(client, article, page=2, order="newest") == ["First"]


@pytest.mark.parametrize("page", ["0", "-1", "x", "1" * 400, "²", ""])
def test_a_page_that_is_no_number_is_the_first(client, page):
    article = make_live_article()
    make_thread(article, "First")

    assert bodies(client, article, page=page) == ["First"]


def test_a_reply_says_whom_it_answers_and_a_plain_link_leads_to_its_form(client):
    article = make_live_article()
    first = make_approved("First", article=article, name="Zoe")

    html = page(client, article)
    answering = page(client, article, reply=first.pk)
    assert html.count(f'href="/articles/{article.slug}/?reply={first.pk}#leave-a-comment"') == 1
    assert answering.count("Reply to the comment by Zoe</h3>") == 1
    assert answering.count(f'name="reply" value="{first.pk}"') == 1


def test_nobody_answers_a_reply_or_what_is_not_up(client):
    article = make_live_article()
    reply = make_reply(make_approved("First", article=article))
    waiting = make_comment("Waits", article=article)

    for key in (reply.pk, waiting.pk, 10**8, "x"):
        assert page(client, article, reply=key).count('name="reply"') == 0


def test_what_the_clinic_says_has_a_badge_a_name_and_a_role(client):
    article = make_live_article()
    claim = make_approved("Sugar cures it.", article=article)
    doctor = make_person(MODERATOR, full_name="Amara Osei", job_title="Nurse")
    say(claim, Reply("It does not.", corrects=True, source_url="https://www.nih.gov/sugar"), by=doctor)

    html = page(client, article)
    order = [html.index(words) for words in ("Sugar cures it.", "Correction by the clinic", "It does not.", ">Report<")]
    assert order == sorted(order)
    assert [html.count(words) for words in ("Clinic team", "Amara Osei", "Nurse")] == [1, 2, 1]
    assert html.count('<a href="https://www.nih.gov/sugar" rel="noopener">https://www.nih.gov/sugar</a>') == 1
    assert html.count("<details") == 0


def test_a_source_that_is_no_web_address_is_not_a_link(client):
    article = make_live_article()
    say(make_approved(article=article), Reply("No.", True, "javascript:ran(1)"), by=make_person(MODERATOR))

    assert page(client, article).count("javascript:") == 0


@pytest.mark.parametrize(
    ("leave", "sentence"),
    [
        (author.erase, "This comment was withdrawn by its author."),
        (author.withdraw, "This comment was withdrawn by its author."),
        (taken_down, "This comment was taken down by a moderator."),
    ],
)
def test_above_replies_stands_what_became_of_the_comment_they_answer(client, leave, sentence):
    article = make_live_article()
    gone = make_approved("Gone words", name="Zoe", article=article)
    make_reply(gone, "A reply")
    leave(gone)

    html = page(client, article)
    assert bodies(client, article) == ["A reply"]
    assert [html.count(words) for words in (sentence, "Gone words", "Zoe", f"reply={gone.pk}")] == [1, 0, 0, 0]


def test_readers_see_what_was_taken_out_as_a_gap(client):
    article = make_live_article()
    comment = make_approved("Call 202 555 0143.", article=article)
    redact(comment, [Signal("personal_data", 5, 17, "phone")], by=make_person(MODERATOR), seen=comment.version)

    assert bodies(client, article) == ["Call [phone number removed]."]
    assert page(client, article).count("555") == 0


def test_links_are_text_unless_the_rules_show_them(client):
    article = make_live_article()
    make_approved("See https://nih.gov/a?b=1&c=<2>.", article=article)

    assert bodies(client, article) == ["See https://nih.gov/a?b=1&amp;c=&lt;2&gt;."]
    CommentRules.objects.create(show_links=True)
    link = '<a href="https://nih.gov/a?b=1&amp;c=" rel="ugc nofollow noopener">https://nih.gov/a?b=1&amp;c=</a>'
    assert bodies(client, article) == [f"See {link}&lt;2&gt;."]


def test_the_rules_above_the_form_are_the_clinics(client):
    make_crisis_line()
    CommentRules.objects.create(hours="Monday to Friday, 9 to 17")

    html = page(client, make_live_article())
    rules = re.search(r'<div class="comment-rules">.*?</div>', html, re.DOTALL)[0]
    said = " ".join(re.sub(r"<[^>]+>", " ", rules).split())
    assert said == (
        "People read every comment before it appears. They read comments at these hours: Monday to Friday, 9 to 17 . "
        "This is not for emergencies. In an emergency call 911 . "
        "If you are thinking about suicide or need to talk to someone now: "
        "988 Suicide &amp; Crisis Lifeline : call 988 , text 988 , chat . 24 hours a day, 7 days a week. "
        "Comments are public, and search engines can find them. Use a first name or a nickname. "
        "Leave out phone numbers, addresses, dates of birth and other people's names."
    )


def test_the_clinics_words_above_the_form_are_in_the_language_of_the_article(client):
    translated = make_live_translation(make_live()).article
    CommentRules.objects.create(hours="On weekdays")
    untold = page(client, translated)
    CommentRules.objects.create(hours="On weekdays", translations={"es": {"hours": "Entre semana"}})

    assert untold.count('<span lang="en">On weekdays</span>') == 1
    assert page(client, translated).count('en este horario: <span lang="es">Entre semana</span>') == 1


def test_another_country_has_another_emergency_number(client):
    make_crisis_line("Samaritans", country="GB", phone="116 123", sms_number="", chat_url="")
    CommentRules.objects.create(country="GB")

    html = page(client, make_live_article())
    assert (html.count('href="tel:999"'), html.count('href="tel:116123"')) == (1, 1)


def test_where_comments_are_closed_there_is_no_form(client):
    article = make_live_article()
    make_thread(article, "First")
    CommentSwitch.objects.create(topic=article.live_revision.topic, closed=True, by=make_person(PRIVACY_OFFICER))

    html = page(client, article)
    assert bodies(client, article) == ["First"]
    assert [html.count(words) for words in ("Comments are closed.", "comment-form", "reply=")] == [1, 0, 0]


@pytest.mark.parametrize("sensitive", [True, False])
def test_search_engines_quote_no_comment_on_a_sensitive_topic(client, sensitive):
    article = make_live_article()
    CommentSwitch.objects.create(article=article, sensitive=sensitive, by=make_person(PRIVACY_OFFICER))

    assert page(client, article).count("data-nosnippet") == sensitive


def test_one_query_for_any_number_of_comments(client, django_assert_num_queries):
    article = make_live_article()
    make_thread(article, *"abcdefgh")

    with django_assert_num_queries(4):
        client.get(article.get_absolute_url())
