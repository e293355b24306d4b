"""Finds static files in the apps, without what CKEditor's package brings and this site does not use.

The package also ships sample pages, a 2009 jQuery, previews and uploaders. What is not collected is not served.
"""

from collections.abc import Iterable
from fnmatch import fnmatchcase
from typing import Any, Final

from django.contrib.staticfiles.finders import AppDirectoriesFinder

FENCED: Final = "ckeditor/"
_PLUGINS: Final = (
    "a11yhelp", "clipboard", "dialog", "divarea", "link", "magicline", "notification", "specialchar",
    "table", "tableselection", "tabletools",
)  # fmt: skip
_LANGUAGES: Final = ("/en.js", "/es.js")
SERVED: Final = (
    "ckeditor/ckeditor-init.js",
    "ckeditor/ckeditor/ckeditor.js",
    "ckeditor/ckeditor/lang/en.js",
    "ckeditor/ckeditor/lang/es.js",
    "ckeditor/ckeditor/plugins/icons.png",
    "ckeditor/ckeditor/plugins/icons_hidpi.png",
    "ckeditor/ckeditor/skins/moono-lisa/*.css",
    "ckeditor/ckeditor/skins/moono-lisa/*.png",
    "ckeditor/ckeditor/skins/moono-lisa/*.gif",
    *(f"ckeditor/ckeditor/plugins/{plugin}/*.{kind}" for plugin in _PLUGINS for kind in ("js", "css", "png", "gif")),
)


def is_served(path: str) -> bool:
    """Whether a static file may leave this site: all of ours, and of CKEditor's only what the editor loads."""
    path = path.replace("\\", "/")
    if "/lang/" in path and not path.endswith(_LANGUAGES) and path.startswith(FENCED):
        return False
    return not path.startswith(FENCED) or any(fnmatchcase(path, pattern) for pattern in SERVED)


class FencedFinder(AppDirectoriesFinder):
    def list(self, ignore_patterns: Iterable[str] | None) -> Iterable[Any]:
        return ((path, storage) for path, storage in super().list(ignore_patterns) if is_served(path))

    def find(self, path: str, *args: Any, **kwargs: Any) -> Any:
        return super().find(path, *args, **kwargs) if is_served(path) else []
