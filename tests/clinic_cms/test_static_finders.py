from pathlib import Path

import ckeditor
import pytest
from django.contrib.staticfiles import finders
from django.contrib.staticfiles.finders import get_finders

from articles.editor import REMOVED_PLUGINS, configuration
from clinic_cms.static_finders import is_served

PACKAGE = Path(ckeditor.__file__).parent / "static"
LOADED = [
    "ckeditor/ckeditor-init.js",
    "ckeditor/ckeditor/ckeditor.js",
    "ckeditor/ckeditor/lang/en.js",
    "ckeditor/ckeditor/plugins/icons.png",
    "ckeditor/ckeditor/skins/moono-lisa/editor.css",
    "ckeditor/ckeditor/skins/moono-lisa/dialog.css",
    "ckeditor/ckeditor/plugins/link/dialogs/link.js",
    "ckeditor/ckeditor/plugins/table/dialogs/table.js",
    "ckeditor/ckeditor/plugins/specialchar/dialogs/specialchar.js",
    "articles/editor.css",
    "articles/editor/headings.js",
]
UNSERVED = [
    "samples",
    "exportpdf",
    "wsc",
    "scayt",
    "jquery",
    "preview.html",
    ".md",
    "config.js",
    ".html",
    "galleriffic",
]


def collected() -> list[str]:
    return [path.replace("\\", "/") for finder in get_finders() for path, _storage in finder.list([])]


@pytest.mark.parametrize("path", LOADED)
def test_what_the_editing_page_loads_is_served(path):
    assert Path(finders.find(path)).is_file()


def test_nothing_else_of_the_package_is_collected():
    editor = [path for path in collected() if path.startswith("ckeditor/")]

    assert [path for path in editor if any(word in path.lower() for word in UNSERVED)] == []
    assert 20 < len(editor) < 120


def test_what_is_not_collected_cannot_be_found_either():
    fenced = [path.relative_to(PACKAGE).as_posix() for path in PACKAGE.rglob("*") if path.is_file()]
    unserved = [path for path in fenced if not is_served(path)]

    assert len(unserved) > 800
    assert [path for path in unserved if finders.find(path)] == []


def test_no_folder_of_a_removed_plugin_is_served():
    folders = {path.split("/")[3] for path in collected() if path.startswith("ckeditor/ckeditor/plugins/")}

    assert folders & set(REMOVED_PLUGINS) == set()
    assert configuration()["versionCheck"] is False


@pytest.mark.django_db  # the page that says so has the links of the foot
@pytest.mark.parametrize("path", ["ckeditor/ckeditor/config.js", "ckeditor/ckeditor/plugins/preview/preview.html"])
def test_a_browser_gets_nothing_of_it(client, path):
    assert client.get(f"/static/{path}").status_code == 404


def test_our_own_files_are_all_served():
    assert is_served("articles/editor.css")
    assert not is_served("ckeditor\\ckeditor\\config.js")
