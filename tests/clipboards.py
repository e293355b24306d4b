"""What four programs put on the clipboard as HTML, written for this site after their formats: the same short article in
each, with a heading, bold words, a superscript, a list, a table, a link, and what has to go.
"""

# ruff: noqa: E501  a clipboard has long lines

from typing import Final

WORD: Final = """<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"
xmlns:w="urn:schemas-microsoft-com:office:word" xmlns="http://www.w3.org/TR/REC-html40">
<head><meta http-equiv=Content-Type content="text/html; charset=utf-8"><meta name=ProgId content=Word.Document>
<meta name=Generator content="Microsoft Word 15"><meta name=Originator content="Microsoft Word 15">
<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]-->
<style><!-- p.MsoNormal, li.MsoNormal {margin:0in; font-size:11.0pt; font-family:"Calibri",sans-serif;}
@list l0 {mso-list-id:1; mso-list-type:hybrid;} @list l0:level1 {mso-level-number-format:bullet; mso-level-text:\uf0b7;} --></style>
</head><body lang=EN-US style='tab-interval:.5in'><!--StartFragment-->
<h1 style='margin-top:12pt'><span style='font-size:16.0pt;color:#2F5496'>Iron tablets<o:p></o:p></span></h1>
<h2><span style='color:#2F5496'>How to take them<o:p></o:p></span></h2>
<p class=MsoNormal>Take <b style='mso-bidi-font-weight:normal'>one tablet</b> a day. A normal count is 4.5 × 10<sup>12</sup>/L<span style='mso-spacerun:yes'>  </span>of blood. <s>50 mg</s> <span style='color:red;background:yellow'>65 mg</span> is usual.<o:p></o:p></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-.25in;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Symbol;mso-fareast-font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>with water<o:p></o:p></p>
<p class=MsoListParagraphCxSpLast style='text-indent:-.25in;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Symbol;mso-fareast-font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>not with tea<o:p></o:p></p>
<table class=MsoTableGrid border=1 cellspacing=0 cellpadding=0 style='border-collapse:collapse;border:none'>
<tr style='mso-yfti-irow:0'><td width=100 valign=top style='border:solid windowtext 1.0pt'><p class=MsoNormal>Age<o:p></o:p></p></td><td width=100 valign=top style='border:solid windowtext 1.0pt'><p class=MsoNormal>Dose<o:p></o:p></p></td></tr>
</table>
<p class=MsoNormal>Read <a href="https://www.cdc.gov/iron/"><span style='color:#0563C1'>more</span></a>.<img width=10 height=10 src="file:///C:/Users/a/AppData/Local/Temp/msohtmlclip1/01/clip_image001.png"><o:p></o:p></p>
<!--EndFragment--></body></html>"""

GOOGLE_DOCS: Final = """<meta charset='utf-8'><meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-0a1b2c3d-7fff-1111-2222-333344445555"><h1 dir="ltr" style="line-height:1.38;margin-top:20pt;margin-bottom:6pt;"><span style="font-size:20pt;font-family:Arial,sans-serif;color:#000000;background-color:transparent;font-weight:400;font-style:normal;text-decoration:none;vertical-align:baseline;white-space:pre-wrap;">Iron tablets</span></h1><h2 dir="ltr" style="line-height:1.38;"><span style="font-size:16pt;font-family:Arial,sans-serif;color:#000000;font-weight:400;white-space:pre-wrap;">How to take them</span></h2><p dir="ltr" style="line-height:1.38;margin-top:0pt;"><span style="font-size:11pt;font-family:Arial,sans-serif;font-weight:400;white-space:pre-wrap;">Take </span><span style="font-size:11pt;font-weight:700;font-style:normal;white-space:pre-wrap;">one tablet</span><span style="font-size:11pt;font-weight:400;white-space:pre-wrap;"> a day. A normal count is 4.5 × 10</span><span style="font-size:11pt;font-weight:400;"><span style="font-size:0.6em;vertical-align:super;">12</span></span><span style="font-size:11pt;font-weight:400;">/L of blood. </span><span style="font-size:11pt;font-weight:400;text-decoration:line-through;-webkit-text-decoration-skip:none;">50 mg</span><span style="font-size:11pt;color:#ff0000;background-color:#ffff00;font-weight:400;"> 65 mg is usual.</span></p><ul style="margin-top:0;margin-bottom:0;padding-inline-start:48px;"><li dir="ltr" style="list-style-type:disc;font-size:11pt;" aria-level="1"><p dir="ltr" style="line-height:1.38;" role="presentation"><span style="font-size:11pt;">with water</span></p></li><li dir="ltr" style="list-style-type:disc;" aria-level="1"><p dir="ltr" style="line-height:1.38;" role="presentation"><span style="font-size:11pt;">not with tea</span></p></li></ul><div dir="ltr" style="margin-left:0pt;" align="left"><table style="border:none;border-collapse:collapse;"><colgroup><col width="300" /><col width="300" /></colgroup><tbody><tr style="height:0pt"><td style="border-left:solid #000000 1pt;vertical-align:top;padding:5pt;"><p dir="ltr"><span style="font-size:11pt;">Age</span></p></td><td style="border-left:solid #000000 1pt;vertical-align:top;"><p dir="ltr"><span style="font-size:11pt;">Dose</span></p></td></tr></tbody></table></div><p dir="ltr"><span style="font-size:11pt;">Read </span><a href="https://www.cdc.gov/iron/" style="text-decoration:none;"><span style="font-size:11pt;color:#1155cc;text-decoration:underline;">more</span></a><span style="font-size:11pt;">.</span><span style="border:none;display:inline-block;overflow:hidden;width:10px;height:10px;"><img src="https://lh7-rt.googleusercontent.com/docsz/AD_4nXf" width="10" height="10"></span></p></b><br class="Apple-interchange-newline">"""

LIBREOFFICE: Final = """<!DOCTYPE html>
<html><head><meta http-equiv="content-type" content="text/html; charset=utf-8"/><title></title>
<meta name="generator" content="LibreOffice 7.4.7.2 (Linux)"/>
<style type="text/css">@page { size: 8.5in 11in; margin: 0.79in } p { line-height: 115%; margin-bottom: 0.1in } h1.western { font-family: "Liberation Sans", sans-serif; font-size: 18pt }</style></head>
<body lang="en-US" link="#000080" vlink="#800000" dir="ltr"><h1 class="western">Iron tablets</h1>
<h2 class="western">How to take them</h2>
<p style="line-height: 100%; margin-bottom: 0in">Take <b>one tablet</b> a day. A normal count is 4.5 × 10<sup>12</sup>/L of blood. <strike>50 mg</strike> <font color="#ff0000"><span style="background: #ffff00">65 mg</span></font> is usual.</p>
<ul><li><p style="margin-bottom: 0in">with water</p></li><li><p style="margin-bottom: 0in">not with tea</p></li></ul>
<table width="665" cellpadding="4" cellspacing="0"><col width="328"/><col width="328"/><tr valign="top"><td style="border: 1px solid #000000; padding: 0.04in"><p>Age</p></td><td style="border: 1px solid #000000; padding: 0.04in"><p>Dose</p></td></tr></table>
<p>Read <a href="https://www.cdc.gov/iron/">more</a>.<img src="data:image/png;base64,iVBORw0KGgo=" name="Image1" width="10" height="10" border="0"/></p>
</body></html>"""

WEB: Final = """<meta charset='utf-8'><style>body { display: none }</style><article class="post"><h1 style="color: rgb(51, 51, 51); font-family: Georgia;">Iron tablets</h1><h2 id="location" onclick="ran(1)" style="font-weight: 700;">How to take them</h2><p class="lead" style="box-sizing: border-box;">Take <strong style="font-weight: bolder;">one tablet</strong> a day. A normal count is 4.5 × 10<sup style="top: -0.5em;">12</sup>/L of blood. <del>50 mg</del> <span class="hl" style="background: yellow;">65 mg</span> is usual.</p><ul class="list"><li style="box-sizing: border-box;">with water</li><li>not with tea</li></ul><table class="table table-striped"><tbody><tr><td align="left">Age</td><td align="left">Dose</td></tr></tbody></table><p>Read <a href="https://www.cdc.gov/iron/" target="_blank" rel="noopener" style="color: blue;" onmouseover="ran(1)">more</a>.<img src="https://evil.example/beacon.png" onerror="ran(1)" alt=""><a href="javascript:ran(1)">now</a></p><script>ran(1)</script><iframe src="https://evil.example/"></iframe></article>"""

_BULLET: Final = "<![if !supportLists]><span style='mso-list:Ignore'>%s<span>&nbsp;&nbsp; </span></span><![endif]>"
WORD_LISTS: Final = "".join(
    f"<p class=MsoListParagraph style='margin-left:.5in;mso-list:l{kind} level{level} lfo1'>{_BULLET % mark}{words}</p>"
    for kind, level, mark, words in [
        (0, 1, "·", "one"), (0, 2, "o", "one a"), (0, 2, "o", "one b"), (0, 1, "·", "two"), (0, 3, "§", "deep"),
        (0, 3, "§", "deep again"),
    ]
) + "<p class=MsoNormal>Then</p>" + "".join(
    f"<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'>{_BULLET % mark}{words}</p>"
    for mark, words in [("3.", "third"), ("4.", "fourth")]
)  # fmt: skip

CLIPBOARDS: Final = {"Word": WORD, "Google Docs": GOOGLE_DOCS, "LibreOffice": LIBREOFFICE, "the web": WEB}
