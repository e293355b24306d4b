"""Readers find each article among the pages of its own language, and what it is in the others."""

import json
import re
from html import unescape

import pytest
from lxml import etree

from articles.domain import drafting
from articles.models import Revision, Topic
from clinic_cms.roles import CLINICIAN, EDITOR, PUBLISHER
from tests.factories import BODY, make_draft, make_live, make_live_article, make_person, make_topic
from tests.schema_org import problems
from tests.translations import begun, changed, live_with, make_live_translation, withdrawn

pytestmark = pytest.mark.django_db
HOME = "http://testserver"
SPANISH, ENGLISH = "/es/articles/caminar-y-el-animo/", "/articles/walking-and-mood/"


@pytest.fixture
def live():
    return make_live(topic=make_topic(name="Sleep"))


@pytest.fixture
def translated(live):
    return make_live_translation(live)


def page(client, path):
    return client.get(path).content.decode()


def switches(html):
    """Where the page leads in other languages, for people."""
    return re.findall(r'<li><a href="([^"]+)" lang="(\w+)" hreflang="\w+">([^<]+)</a></li>', html)


def alternates(html):
    """The same for machines."""
    return re.findall(r'<link rel="alternate" hreflang="(\w+)" href="([^"]+)">', html)


def linked_data(html):
    return json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', html, re.DOTALL)[1])


class TestAnArticle:
    def test_stands_among_the_pages_of_its_language(self, client, translated):
        html = page(client, SPANISH)
        assert re.search(r'<html lang="(\w+)"', html)[1] == "es"
        assert re.search(r'<link rel="canonical" href="([^"]+)"', html)[1] == HOME + SPANISH

    @pytest.mark.parametrize(
        ("asked", "leads_to"),
        [
            ("/es/articles/walking-and-mood/", ENGLISH),
            ("/articles/caminar-y-el-animo/", SPANISH),
            ("/articles/caminar-y-el-animo/?order=newest", f"{SPANISH}?order=newest"),
            ("/articles/caminar-y-el-animo/versions/", f"{SPANISH}versions/"),
            ("/es/articles/walking-and-mood/comments.atom", f"{ENGLISH}comments.atom"),
        ],
    )
    def test_is_found_from_among_those_of_another(self, client, translated, asked, leads_to):
        answer = client.get(asked)
        assert (answer.status_code, answer["Location"]) == (301, leads_to)

    def test_takes_a_comment_that_was_posted_in_another(self, client, translated):
        answer = client.post("/es/articles/walking-and-mood/comments/", {"comment": "Thanks"})
        assert (answer.status_code, answer["Location"]) == (307, f"{ENGLISH}comments/")

    def test_is_nowhere_before_it_is_live(self, client, live):
        begun(live)
        assert [client.get(path).status_code for path in (SPANISH, "/articles/caminar-y-el-animo/")] == [404, 404]

    def test_leaves_its_notice_in_its_own_language(self, client, translated):
        withdrawn(translated)
        assert (client.get(SPANISH).status_code, client.get(ENGLISH).status_code) == (410, 200)

    def test_and_its_translation_lead_to_each_other(self, client, translated):
        both = [("en", HOME + ENGLISH), ("es", HOME + SPANISH)]
        english, spanish = page(client, ENGLISH), page(client, SPANISH)
        assert (switches(english), switches(spanish)) == ([(SPANISH, "es", "Español")], [(ENGLISH, "en", "English")])
        assert (alternates(english), alternates(spanish)) == (both, both)

    def test_without_one_leads_to_itself_alone(self, client, translated):
        other = page(client, make_live_article("Sleep").get_absolute_url())
        assert (switches(other), alternates(other)) == ([], [])

    def test_tells_machines_which_one_translates_which(self, client, translated):
        graphs = [
            json.loads(
                re.search(r'<script type="application/ld\+json">(.*?)</script>', page(client, path), re.DOTALL)[1]
            )
            for path in (ENGLISH, SPANISH)
        ]
        english, spanish = ({each["@type"]: each for each in graph["@graph"]} for graph in graphs)
        assert [problems(graph) for graph in graphs] == [[], []]
        assert [each["MedicalWebPage"]["inLanguage"] for each in (english, spanish)] == ["en", "es"]
        assert english["Article"]["workTranslation"]["@id"] == f"{HOME}{SPANISH}#article"
        assert spanish["Article"]["translationOfWork"]["@id"] == f"{HOME}{ENGLISH}#article"

    def test_relates_to_others_in_its_language_alone(self, client, translated):
        make_live("Sleeping in", topic=make_topic(name="Sleep"))
        assert "/articles/sleeping-in/" in page(client, ENGLISH)
        assert "/articles/sleeping-in/" not in page(client, SPANISH)


class TestATranslationThatIsBehind:
    def box(self, html):
        found = re.search(r'<aside class="notice notice--warning article__overdue"[^>]*>(.*?)</aside>', html, re.DOTALL)
        return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", found[1])).strip() if found else ""

    def test_says_so_at_once(self, client, live, translated):
        assert self.box(page(client, SPANISH)) == ""
        changed(live)
        assert self.box(page(client, SPANISH)).startswith("Esta traducción no está al día.")
        assert self.box(page(client, ENGLISH)) == ""

    def test_says_that_what_it_translates_was_withdrawn(self, client, live, translated):
        withdrawn(live)
        assert self.box(page(client, SPANISH)).startswith("El artículo que este traduce ha sido retirado.")

    def test_is_shown_to_editors_with_what_changed(self, client, live, translated):
        new = changed(live)
        client.force_login(translated.saved_by)
        html = page(client, f"/desk/revisions/{translated.pk}/")
        assert f'href="/desk/articles/{live.article_id}/compare/?old={live.pk}&amp;new={new.pk}"' in html
        assert 'action="/desk/revisions/' not in re.search(r'id="languages".*?</section>', html, re.DOTALL)[0]

    def test_follows_when_its_editor_says_so(self, client, live, translated):
        new = changed(live)
        draft = drafting.start_revision(translated.article, by=translated.saved_by)
        client.force_login(translated.saved_by)
        assert f'action="/desk/revisions/{draft.pk}/follow-source/"' in page(client, f"/desk/revisions/{draft.pk}/")
        answer = client.post(f"/desk/revisions/{draft.pk}/follow-source/", {"seen": draft.state_token})
        draft.refresh_from_db()
        assert (answer["Location"], draft.translated_from) == (f"/desk/revisions/{draft.pk}/", new)

    def test_is_named_to_whoever_withdraws_what_it_translates(self, client, live, translated):
        client.force_login(make_person(PUBLISHER))
        explained = re.search(
            r"The moment you press the button:.*?</ul>", page(client, f"/desk/revisions/{live.pk}/"), re.DOTALL
        )
        assert f'the Spanish translation, <a href="/desk/revisions/{translated.pk}/" lang="es">' in explained[0]


class TestLists:
    def test_have_the_articles_of_their_language(self, client, translated):
        for path in ("", "articles/", "topics/sleep/", "feed/", "feed.json"):
            assert (ENGLISH in page(client, f"/{path}"), SPANISH in page(client, f"/{path}")) == (True, False)
            assert (ENGLISH in page(client, f"/es/{path}"), SPANISH in page(client, f"/es/{path}")) == (False, True)

    def test_and_topics_are_those_with_something_in_it(self, client, translated):
        make_live("Colds", topic=make_topic(name="Colds"))
        assert re.findall(r'href="(/\w+/topics/\w+/)"', page(client, "/es/topics/")) == ["/es/topics/sleep/"]
        assert [client.get(path).status_code for path in ("/topics/colds/", "/es/topics/colds/")] == [200, 404]

    def test_lead_to_the_same_list_in_languages_that_have_something(self, client, live):
        assert switches(page(client, "/articles/")) == []
        make_live_translation(live)
        assert switches(page(client, "/articles/")) == [("/es/articles/", "es", "Español")]
        assert switches(page(client, "/es/topics/sleep/")) == [("/topics/sleep/", "en", "English")]

    def test_name_topics_in_their_language_where_that_is_known(self, client, translated):
        Topic.objects.filter(slug="sleep").update(translations={"es": {"name": "Dormir", "description": "El sueño."}})
        titles = [
            re.search(r"<h1>([^<]+)</h1>", page(client, path))[1] for path in ("/topics/sleep/", "/es/topics/sleep/")
        ]
        assert titles == ["Sleep", "Dormir"]

    def test_of_what_a_person_wrote_and_reviewed_are_by_language_too(self, client, live, translated):
        slug = live.author.slug
        assert [client.get(path).status_code for path in (f"/people/{slug}/", f"/es/people/{slug}/")] == [200, 404]


class TestSearch:
    def test_finds_in_the_language_of_the_page(self, client, live):
        draft = begun(live)
        assert draft.article.language == "es"
        live_with(draft, body=BODY + "<p>Las caminatas ayudan a dormir.</p>")
        found = [
            re.findall(r'href="(/[\w/-]*articles/[\w-]+/)"', page(client, f"{path}?q={words}"))
            for path, words in (("/es/search/", "caminata"), ("/search/", "caminata"), ("/es/search/", "walking"))
        ]
        assert [SPANISH in each for each in found] == [True, False, False]

    def test_helps_who_mistypes_with_words_of_that_language(self, client, live):
        live_with(begun(live), body=BODY + "<p>Las caminatas ayudan a dormir.</p>")
        assert re.findall(r'href="\?q=([^"]+)"', page(client, "/es/search/?q=caminatta")) == ["caminatas"]


class TestTheSitemap:
    def test_has_every_page_once_in_each_language_that_has_it(self, client, translated):
        make_live("Colds", topic=make_topic(name="Colds"))
        root = etree.fromstring(client.get("/sitemap.xml").content)
        names = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
        urls = {each.findtext("s:loc", namespaces=names): each for each in root}
        paths = sorted(address.removeprefix(HOME) for address in urls)
        assert [path for path in paths if "topics" in path or "articles" in path] == [
            "/articles/",
            "/articles/colds/",
            ENGLISH,
            "/es/articles/",
            SPANISH,
            "/es/topics/",
            "/es/topics/sleep/",
            "/topics/",
            "/topics/colds/",
            "/topics/sleep/",
        ]
        links = urls[HOME + SPANISH].findall("x:link", names)
        assert [(each.get("hreflang"), each.get("href")) for each in links] == [
            ("en", HOME + ENGLISH),
            ("es", HOME + SPANISH),
        ]
        assert urls[f"{HOME}/articles/colds/"].findall("x:link", names) == []


class TestTheDesk:
    def test_begins_a_translation_from_the_live_article(self, client, live):
        client.force_login(make_person(EDITOR))
        screen = page(client, f"/desk/revisions/{live.pk}/")
        assert f'action="/desk/articles/{live.article_id}/translate/"' in screen
        assert "Translate into Spanish" in screen
        answer = client.post(f"/desk/articles/{live.article_id}/translate/", {"language": "es", "title": "Caminar"})
        draft = live.article.translations.get().revisions.get()
        assert (answer["Location"], draft.title) == (f"/desk/revisions/{draft.pk}/edit/", "Caminar")
        assert 'id="the-words" lang="es"' in page(client, answer["Location"])

    def test_says_what_a_translation_needs(self, client, live):
        client.force_login(make_person(EDITOR))
        client.post(f"/desk/articles/{live.article_id}/translate/", {"language": "es", "title": " "})
        assert live.article.translations.count() == 0
        assert "Write the title in the language that you translate into" in page(client, f"/desk/revisions/{live.pk}/")

    def test_lets_editors_alone_begin_one(self, client, live):
        client.force_login(make_person(CLINICIAN))
        answer = client.post(f"/desk/articles/{live.article_id}/translate/", {"language": "es", "title": "Caminar"})
        assert (answer.status_code, live.article.translations.count()) == (403, 0)

    def test_begins_an_article_in_either_language(self, client):
        client.force_login(make_person(EDITOR))
        typed = {"title": "Dormir", "topic": make_topic().pk, "language": "es", "kind": "condition"}
        client.post("/desk/articles/new/", typed)
        draft = Revision.objects.get()
        assert (draft.article.language, draft.article.translation_of) == ("es", None)
        assert draft.body.startswith('<div class="key-points"><h2 id="w-puntos-clave">Puntos clave</h2>')

    @pytest.mark.parametrize(("prefix", "heading"), [("", "Heading %s"), ("/es", "Encabezado %s")])
    def test_has_an_editor_that_speaks_the_language_of_the_page(self, client, prefix, heading):
        draft = make_draft()
        client.force_login(draft.saved_by)
        html = page(client, f"{prefix}/desk/revisions/{draft.pk}/edit/")
        config = json.loads(unescape(re.search(r'data-config="([^"]*)"', html)[1]))
        assert (config["headingLabel"], config["language"]) == (heading, prefix.strip("/") or "en")

    def test_shows_the_words_as_readers_get_them_in_their_language(self, client, live):
        draft = begun(live)
        client.force_login(draft.saved_by)
        html = page(client, f"/desk/revisions/{draft.pk}/")
        assert re.search(r'<html lang="(\w+)"', html)[1] == "en"
        sheet = re.search(r'<div lang="es">.*?</article>', html, re.DOTALL)[0]
        assert "Escrito por" in sheet

    def test_reads_in_spanish_too_and_changes_where_one_stands(self, client):
        client.force_login(make_person(EDITOR))
        there = '<a class="tap" href="/es/desk/articles/" lang="es" hreflang="es">Español</a>'
        assert there in page(client, "/desk/articles/")
        assert re.search(r"<h1[^>]*>([^<]+)</h1>", page(client, "/es/desk/articles/"))[1] == "Artículos"
