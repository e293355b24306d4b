import json
from html.parser import HTMLParser

import pytest
from django.utils import translation

from articles import richtext
from articles.editor import BUTTONS, FIRST_RULE_OF_CKEDITOR, REMOVED_PLUGINS, ArticleEditor, allowed_content
from clinic_cms.roles import EDITOR
from tests.factories import make_draft, make_live, make_person

STRICT = {
    "default-src": ["'none'"],
    "script-src": ["'self'"],
    "style-src": ["'self'"],
    "img-src": ["'self'"],
    "font-src": ["'self'"],
    "connect-src": ["'self'"],
    "form-action": ["'self'"],
    "base-uri": ["'none'"],
    "frame-ancestors": ["'none'"],
}
# The buttons that CKEditor's full build brings for plugins that we took out.
BUTTONS_OF_REMOVED_PLUGINS = {
    *("About", "BidiLtr", "BidiRtl", "Button", "Checkbox", "CopyFormatting", "ExportPdf", "Find", "Flash", "Font"),
    *("FontSize", "Form", "HiddenField", "Iframe", "Image", "ImageButton", "Indent", "JustifyLeft", "Language"),
    *("Maximize", "NewPage", "PageBreak", "Preview", "Print", "Radio", "Replace", "Save", "Scayt", "Select"),
    *("SelectAll", "ShowBlocks", "Smiley", "Source", "Templates", "TextColor", "BGColor", "TextField", "Textarea"),
}


class Textarea(HTMLParser):
    """The attributes of the editor's textarea."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.attributes: dict[str, str | None] = {}
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "textarea":
            self.attributes = dict(attrs)


def rendered() -> dict[str, object]:
    html = ArticleEditor().render("body", "<p>x</p>", {"id": "id_body"})
    return json.loads(Textarea(html).attributes["data-config"] or "")


def policy(response) -> dict[str, list[str]]:
    directives = [directive.split() for directive in response["Content-Security-Policy"].split(";")]
    return {name: sorted(values) for name, *values in directives}


def test_the_editor_allows_exactly_what_the_server_allows():
    allowed = allowed_content()

    assert set(allowed) == richtext.TAGS
    assert {tag: set(rule["attributes"]) for tag, rule in allowed.items() if rule["attributes"]} == richtext.ATTRIBUTES
    assert {tag: set(rule["classes"]) for tag, rule in allowed.items() if rule["classes"]} == richtext.CLASSES


def test_the_browser_is_told_the_same_list():
    assert rendered()["allowedContent"] == allowed_content()


def test_the_editor_calls_nobody():
    assert rendered()["versionCheck"] is False


def test_no_button_needs_a_plugin_that_was_taken_out():
    assert set() == BUTTONS & BUTTONS_OF_REMOVED_PLUGINS
    assert set(rendered()["removePlugins"].split(",")) == set(REMOVED_PLUGINS)


def test_the_editor_works_without_a_language():
    with translation.override(None):
        assert (rendered()["language"], rendered()["versionCheck"]) == ("en", False)


def test_words_reach_the_editor_cleaned_and_escaped():
    html = ArticleEditor().render(
        "body", "<p onclick=ran()>5 mg</p></textarea><script>ran()</script>", {"id": "id_body"}
    )

    assert html.count("</textarea>") == 1
    assert html.split(">")[2].strip() == "&lt;p&gt;5 mg&lt;/p&gt;</textarea"


def test_words_that_are_refused_reach_the_editor_as_plain_text():
    assert ArticleEditor().format_value("<div>" * 101 + "5 mg").strip() == "5 mg"
    assert ArticleEditor().format_value(None) == ""


@pytest.mark.django_db
def test_the_editing_page_is_relaxed_as_far_as_the_editor_needs_and_no_further(client):
    revision = make_draft()
    client.force_login(revision.saved_by)

    assert policy(client.get(f"/desk/revisions/{revision.pk}/edit/")) == {
        **STRICT,
        "style-src": ["'self'", FIRST_RULE_OF_CKEDITOR],
        "style-src-attr": ["'unsafe-inline'"],
        "img-src": ["'self'", "data:"],
        "frame-src": ["'self'"],
    }


@pytest.mark.django_db
def test_every_other_page_is_strict(client):
    live = make_live()
    article = live.article.get_absolute_url()
    client.force_login(make_person(EDITOR))
    desk = ["/desk/", "/desk/articles/", "/desk/articles/new/", "/desk/reviews/", f"/desk/revisions/{live.pk}/"]

    pages = ["/", "/articles/", article, "/nowhere/", *desk]

    assert {page: policy(client.get(page)) for page in pages} == dict.fromkeys(pages, STRICT)
