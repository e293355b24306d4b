"""The building blocks are made of what words may hold, and come back as they were sent."""

import pytest
from django.utils.html import escape

from articles import richtext
from articles.blocks import BLOCKS, NAMES, menu
from articles.editor import ArticleEditor
from articles.views.marked_blocks import NAMES as NAMES_IN_COMPARISONS
from tests.factories import make_draft

WRITTEN = {
    block.key: richtext.clean(block.html.replace("<p></p>", "<p>5 µg, “daily”</p>").replace("<li></li>", "<li>x</li>"))
    for block in BLOCKS
} | {"abbreviation": '<p><abbr title="intravenous: “into a vein”">IV</abbr></p>'}


@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: block.key)
def test_a_block_is_inserted_as_it_is_saved(block):
    with_ids = richtext.clean(block.html)

    assert richtext.clean(with_ids) == with_ids
    assert with_ids.replace(f' id="{"".join(heading.id for heading in richtext.outline(with_ids))}"', "") == block.html


def test_every_class_that_words_may_have_has_a_name_for_people():
    classes = set().union(*richtext.CLASSES.values())

    assert classes - set(NAMES) == set()
    assert NAMES_IN_COMPARISONS is NAMES


def test_the_editor_is_told_the_menu():
    config = ArticleEditor().config

    assert config["clinicBlocks"] == menu()
    assert [item["key"] for item in menu()] == [block.key for block in BLOCKS]
    assert {"blocks", "abbreviation"} <= {button for group in config["toolbar"] for button in group["items"]}


@pytest.mark.django_db
@pytest.mark.parametrize("key", sorted(set(WRITTEN) - {"crisis-help"}))  # that one is written anew: see test_crisis
def test_a_block_survives_save_reload_edit_and_save_byte_for_byte(client, key):
    revision = make_draft()
    client.force_login(revision.saved_by)
    address = f"/desk/revisions/{revision.pk}/edit/"

    shown = [WRITTEN[key]]
    for words in (WRITTEN[key], f"<p>Before.</p>\n{WRITTEN[key]}\n<p>After.</p>"):
        fields = {"seen": revision.state_token, "title": "Rest", "topic": revision.topic_id}
        lists = {f"references-{name}": 0 for name in ("TOTAL_FORMS", "INITIAL_FORMS")}
        sent = client.post(address, {**fields, **lists, "author": revision.author_id, "body": words, "stay": 1})
        revision.refresh_from_db()
        shown.append(revision.body)
        assert sent.status_code == 302
        assert escape(revision.body) in client.get(address).content.decode()

    assert shown == [WRITTEN[key], WRITTEN[key], f"<p>Before.</p>\n{WRITTEN[key]}\n<p>After.</p>"]


@pytest.mark.django_db
def test_the_crisis_box_that_comes_by_itself_survives_in_the_same_way(client):
    revision = make_draft(body="<p>Some people think about suicide.</p>")
    client.force_login(revision.saved_by)
    address, first = f"/desk/revisions/{revision.pk}/edit/", revision.body
    fields = {"seen": revision.state_token, "title": "Rest", "topic": revision.topic_id}
    lists = {f"references-{name}": 0 for name in ("TOTAL_FORMS", "INITIAL_FORMS")}

    sent = client.post(address, {**fields, **lists, "author": revision.author_id, "body": first, "stay": 1})
    revision.refresh_from_db()

    assert first.count('<aside class="crisis-help">') == 1
    assert (sent.status_code, revision.body) == (302, first)
    assert escape(first) in client.get(address).content.decode()
