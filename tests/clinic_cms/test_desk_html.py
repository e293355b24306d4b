"""What the desk's pages hold that a parser lets pass and the checker of the HTML standard does not."""

import html5lib
import pytest

from articles.models import Revision
from tests.clinics import set_up
from tests.factories import make_draft, make_live_article, make_person
from tests.html_standard import MOMENT, NEVER_REQUIRED, TAKE_A_PLACEHOLDER
from tests.pictures import make_picture

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client):
    person = make_person("publisher")
    for role in ("editor", "administrator"):
        make_person(role)
        person.groups.add(*type(person).objects.get(username__startswith=role).groups.all())
    client.force_login(person)
    return client


def mistakes(html):
    for each in html5lib.parse(html, namespaceHTMLElements=False).iter():
        kind = each.get("type", "text")
        if each.tag == "time" and not MOMENT.fullmatch(each.get("datetime", "")):
            yield f"time {each.get('datetime')}"
        if each.tag == "img" and not each.get("src"):
            yield "img without an address"
        if each.tag == "input" and "required" in each.attrib and kind in NEVER_REQUIRED:
            yield f"required {kind} {each.get('name')}"
        if each.tag == "input" and {"placeholder", "pattern"} & set(each.attrib) and kind not in TAKE_A_PLACEHOLDER:
            yield f"placeholder {kind} {each.get('name')}"
        if each.tag == "input" and kind == "hidden" and each.get("autocomplete") in {"on", "off"}:
            yield f"autocomplete {each.get('name')}"


def test_no_page_has_an_attribute_that_its_element_does_not_take(desk):
    set_up()
    draft, picture = make_draft(), make_picture()
    live: Revision = make_live_article("Sleep").live_revision
    paths = [
        "/desk/", "/desk/articles/", "/desk/reports/", "/desk/clinic/", "/desk/notices/", "/desk/people/",
        f"/desk/revisions/{draft.pk}/edit/", f"/desk/revisions/{live.pk}/", f"/desk/pictures/{picture.token}/",
    ]  # fmt: skip

    answers = {path: desk.get(path) for path in paths}

    assert {path: each.status_code for path, each in answers.items() if each.status_code != 200} == {}
    found = {path: list(mistakes(each.content.decode())) for path, each in answers.items()}
    assert {path: each for path, each in found.items() if each} == {}
