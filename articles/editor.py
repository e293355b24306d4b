"""The seam behind which the editor in the browser lives: its widget, its configuration, the editing page's CSP.

Replacing CKEditor 4 (end of life; docs/decisions/0002) means replacing this file, its template and the finder's list.
The editor is a convenience; `articles.richtext` decides what words may contain, whatever the browser sends.
"""

from collections.abc import Callable
from typing import Any, Final

from ckeditor.widgets import CKEditorWidget
from csp.constants import SELF, UNSAFE_INLINE
from csp.decorators import csp_update
from django.forms.widgets import Media
from django.templatetags.static import static
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from js_asset import Script

from articles import blocks, kinds
from articles.removed import KINDS, phrase
from articles.richtext import ATTRIBUTES, CLASSES, MOST_CHARACTERS, TAGS, TooLarge, bare_text, clean


def allowed_content() -> dict[str, dict[str, Any]]:
    """CKEditor's allowed content, derived from the server's allow-list; both are always the same."""
    return {
        tag: {"attributes": sorted(ATTRIBUTES.get(tag, ())), "classes": sorted(CLASSES.get(tag, ()))}
        for tag in sorted(TAGS)
    }


# CKEditor's names for what it is built with and we have no use for. What is not loaded cannot be attacked.
REMOVED_PLUGINS: Final = (
    "about", "bidi", "colorbutton", "copyformatting", "elementspath", "exportpdf", "filebrowser", "find", "flash",
    "font", "forms", "iframe", "image", "indentblock", "justify", "language", "maximize", "newpage",
    "pagebreak", "pastefromgdocs", "pastefromlibreoffice", "pastefromword", "pastetools", "preview", "print", "save",
    "scayt", "selectall", "showblocks", "smiley", "sourcearea", "templates", "uploadimage", "wsc", "resize",
    "tableresize", "wysiwygarea",
)  # fmt: skip
# Groups by CKEditor's own names, which it says to screen readers in the writer's language.
TOOLBAR: Final = (
    ("styles", ("heading2", "heading3", "heading4")),
    ("basicstyles", ("Bold", "Italic", "Subscript", "Superscript", "RemoveFormat")),
    ("paragraph", ("NumberedList", "BulletedList", "Blockquote")),
    ("links", ("cite", "Link", "Unlink")),
    ("insert", ("clinicpicture", "blocks", "Table", "abbreviation", "SpecialChar")),
    ("clipboard", ("Undo", "Redo")),
)
BUTTONS: Final = frozenset(button for _group, buttons in TOOLBAR for button in buttons)
# Our own plugins and the files they stand in, under static/articles/editor.
OUR_PLUGINS: Final = {
    "clinicpictures": "pictures.js",
    "clinicheadings": "headings.js",
    "clinicblocks": "blocks.js",
    "clinicabbreviation": "abbreviation.js",
    "clinicnotes": "notes.js",
    "clinicpaste": "paste.js",
    "clinicprompts": "prompts.js",
}


def configuration() -> dict[str, Any]:
    """What the browser is told: nothing but plain values, so that it fits into one data attribute."""
    return {
        "allowedContent": allowed_content(),
        "extraPlugins": ",".join(["divarea", *OUR_PLUGINS]),
        "clipboard_handleImages": False,  # pictures.js takes them into the library; they never become data: addresses
        "clinicBlocks": blocks.menu(),
        "clinicBlockNames": {name: str(label) for name, label in blocks.NAMES.items()},
        "clinicBlockWords": {name: str(label) for name, label in blocks.WORDS.items()},
        "removePlugins": ",".join(REMOVED_PLUGINS),
        "toolbar": [{"name": name, "items": list(buttons)} for name, buttons in TOOLBAR],
        "clinicPrompts": kinds.prompts(),
        "clinicNoteWords": note_words(),
        "mostCharacters": MOST_CHARACTERS,
        "pasteFilter": allowed_content(),
        "format_tags": "p;h2;h3;h4",
        "bodyClass": "words",
        "magicline_color": "#2f8f7d",  # the line where a paragraph can be put between two blocks
        "customConfig": "",
        "headingLabel": _("Heading %s"),
        "citeLabel": _("Cite a reference"),
        "citePrompt": _("Which reference do you cite? Give its number in the list."),
        "pictureLabel": _("Picture"),
        "stylesSet": False,
        "disableNativeSpellChecker": False,
        "versionCheck": False,
        "removeDialogTabs": "link:upload;link:target;link:advanced;table:advanced",
        "height": "auto",
        "width": "auto",
        "skin": "moono-lisa",
        "title": _("Words of the article"),  # what a screen reader calls the box, and what it stands in
        "applicationTitle": _("The words and their toolbar"),
    }


def note_words() -> dict[str, Any]:
    """What the editor says of a paste, and of words that are too long; %s stands for a number or a list."""
    told = {kind: [phrase(kind, count).replace(str(count), "%s") for count in (1, 2)] for kind in KINDS}
    return {
        "pasted": _("Pasted. We left out: %s."),
        "dismiss": _("Close"),
        "tooLong": _("Not sent: these words have %%s characters, and %(most)s is the most. Make two articles of them.")
        % {"most": f"{MOST_CHARACTERS:,}"},
        "kinds": told,
    }


class ArticleEditor(CKEditorWidget):
    """A textarea that CKEditor takes over where the browser runs scripts; without them it is HTML in a textarea."""

    def __init__(self) -> None:
        super().__init__(template_name="articles/_editor.html")
        self.config = configuration()

    @property
    def media(self) -> Media:
        # First: CKEditor reads its own address off its file's name, which the static storage has changed.
        base = Script("ckeditor/ckeditor-init.js", **_BasePath())
        scripts = ("ckeditor/ckeditor/ckeditor.js", "articles/editor/handlers.js", "articles/editor/dialogs.js")
        return Media(css={"all": ["articles/editor.css", "articles/editor/blocks.css"]}, js=(base, *scripts))

    def format_value(self, value: Any) -> str:
        """Words on their way into the editor: cleaned, or as plain text, also when a refused form comes back."""
        try:
            return clean(value or "")
        except TooLarge:
            return bare_text(value)

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        self.config = configuration()  # anew: its words are in the language of this page
        self.config["menuCss"] = static("articles/editor/menu.css")  # its menus stand in frames
        self.external_plugin_resources = [(name, *_folder_and_file(file)) for name, file in OUR_PLUGINS.items()]
        context: dict[str, Any] = super().get_context(name, value, attrs)
        return context

    def _set_config(self) -> None:
        """The package asks for the language without expecting that translations may be switched off."""
        if get_language():
            super()._set_config()
        else:
            self.config |= {"language": "en", "versionCheck": False}


def _folder_and_file(name: str) -> tuple[str, str]:
    """Where CKEditor finds a plugin of ours, by the name that the static storage gave it: a new one at each change."""
    folder, slash, file = static(f"articles/editor/{name}").rpartition("/")
    return folder + slash, file


class _BasePath(dict[str, str]):
    """Where CKEditor finds its parts, asked when the page is made: the address depends on the static storage."""

    def __init__(self) -> None:
        super().__init__({"id": "ckeditor-init-script", "data-ckeditor-basepath": static("ckeditor/ckeditor/")})


# What the editing page may do beyond every other page; docs/decisions/0019 says what each is for. Handlers in
# attributes are refused here as everywhere: articles/editor/handlers.js binds CKEditor's own.
FIRST_RULE_OF_CKEDITOR: Final = "'sha256-ZVjd2zfSTfAVh1y7eCcNk0SPGUQOP/H8vzrFJIVgg90='"  # .cke{visibility:hidden;}
editing_page: Callable[[Any], Any] = csp_update(
    {
        "style-src": [SELF, FIRST_RULE_OF_CKEDITOR],
        "style-src-attr": [UNSAFE_INLINE],
        "img-src": [SELF, "data:"],
        "frame-src": [SELF],
    }
)
