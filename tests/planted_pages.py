"""Pages of HTML that hold the planted sentence in every way in which a page can hold words."""

from collections.abc import Iterator

from planted_emails import ALERTED, WORDS, Made, email, part, several

FILLER = b"Dear all, please find below a few words about the week that lies behind us. " * 8
PAGES: dict[str, bytes] = {
    "a title": b"<html><head><title>" + WORDS + b"</title></head><body>Hi</body></html>",
    "an alt text": b'<p>Hi</p><img src="cid:x" alt="' + WORDS + b'">',
    "a title of a picture": b'<p>Hi</p><img src="cid:x" title="' + WORDS + b'">',
    "a title of a link": b'<p>Hi <a href="https://x.example" title="' + WORDS + b'">here</a></p>',
    "a text area": b"<p>Hi</p><textarea>" + WORDS + b"</textarea>",
    "a field": b'<p>Hi</p><input type="text" value="' + WORDS + b'">',
    "a placeholder": b'<p>Hi</p><input type="text" placeholder="' + WORDS + b'">',
    "an option": b"<p>Hi</p><select><option>" + WORDS + b"</option></select>",
    "an option's label": b'<p>Hi</p><select><option label="' + WORDS + b'">1</option></select>',
    "a button": b"<p>Hi</p><button>" + WORDS + b"</button>",
    "noscript": b"<p>Hi</p><noscript>" + WORDS + b"</noscript>",
    "a summary": b"<details><summary>Hi</summary>" + WORDS + b"</details>",
    "a caption": b"<table><caption>" + WORDS + b"</caption><tr><td>Hi</td></tr></table>",
    "a drawing": b"<p>Hi</p><svg><text>" + WORDS + b"</text></svg>",
    "a drawing's title": b"<p>Hi</p><svg><title>" + WORDS + b"</title></svg>",
    "a formula": b"<p>Hi</p><math><mtext>" + WORDS + b"</mtext></math>",
    "after the page": b"<html><body>Hi</body></html>\n<p>" + WORDS + b"</p>",
    "before the page": WORDS + b"<html><body>Hi</body></html>",
    "between head and body": b"<html><head></head>" + WORDS + b"<body>Hi</body></html>",
    "an unclosed tag": b"<p>Hi <b <i " + WORDS,
    "an unclosed comment": b"<p>Hi</p><!-- x " + WORDS,
    "an unclosed style": b"<p>Hi</p><style>p {} " + WORDS,
    "an unclosed title": b"<title>Hi " + WORDS,
    "a page in a page": b"<p>Hi</p><iframe srcdoc='<p>" + WORDS + b"</p>'></iframe>",
    "inside an iframe": b"<p>Hi</p><iframe>" + WORDS + b"</iframe>",
    "inside an object": b"<p>Hi</p><object>" + WORDS + b"</object>",
    "for Outlook only": b"<p>Hi</p><!--[if mso]><p>" + WORDS + b"</p><![endif]-->",
    "for all but Outlook": b"<p>Hi</p><![if !mso]><p>" + WORDS + b"</p><![endif]>",
    "small and white": b'<p>Hi</p><p style="font-size:1px;color:#fff">' + WORDS + b"</p>",
    "hidden": b'<p>Hi</p><div style="display:none">' + WORDS + b"</div>",
    "hidden by its attribute": b"<p>Hi</p><div hidden>" + WORDS + b"</div>",
    "a list": b"<ul><li>" + WORDS + b"</ul>",
    "each word in a span": b"<p>" + b" ".join(b"<span>%s</span>" % one for one in WORDS.split()) + b"</p>",
    "broken inside words": b"<p>"
    + WORDS.replace(b"stab", b"st<wbr>ab").replace(b"knife", b"kn<b>if</b>e")
    + b"</p>",
    "as entities": b"<p>" + b"".join(b"&#%d;" % one for one in WORDS) + b"</p>",
    "right to left": b'<p><bdo dir="ltr">' + WORDS + b"</bdo></p>",
    "plaintext": b"<p>Hi<plaintext>" + WORDS,
    "a quotation": b"<p>Hi</p><blockquote>" + WORDS + b"</blockquote>",
    "nested 300 deep": b"<div>" * 300 + WORDS + b"</div>" * 300,
    "nested 3,000 deep": b"<div>" * 3_000 + WORDS + b"</div>" * 3_000,
    "nested 30,000 deep": b"<div><i>" * 15_000 + WORDS,
    "300 tables deep": b"<table><tr><td>" * 300 + WORDS,
    "with a zero byte": b"<p>Hi\0</p><p>" + WORDS + b"</p>",
    "xml": b'<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><body>'
    + WORDS
    + b"</body></html>",
    "an encoding that is none": b'<?xml version="1.0" encoding="utf-99"?><p>' + WORDS + b"</p>",
    "a frameset": b"<frameset><noframes>" + WORDS + b"</noframes></frameset>",
    "template": b"<p>Hi</p><template>" + WORDS + b"</template>",
    "an audio's words": b"<p>Hi</p><audio>" + WORDS + b"</audio>",
    "aria": b'<p>Hi</p><div role="img" aria-label="' + WORDS + b'"></div>',
    "a list of data": b"<dl><dt>Hi<dd>" + WORDS + b"</dl>",
    "ruby": b"<ruby>Hi<rt>" + WORDS + b"</rt></ruby>",
}


def as_pages() -> Iterator[Made]:
    """Each page alone, beside a placeholder in plain text, and beside a long plain text."""
    for name, page in PAGES.items():
        yield Made(name=f"page: {name}", truth=ALERTED, raw=email(part("text/html", page)))
        twin = several(part("text/plain", b"Hi\n"), part("text/html", page), kind="alternative")
        yield Made(name=f"page beside text: {name}", truth=ALERTED, raw=email(twin))
        long = several(
            part("text/plain", FILLER),
            part("text/html", b"<p>" + FILLER + b"</p>" + page),
            kind="alternative",
        )
        yield Made(name=f"page beside long text: {name}", truth=ALERTED, raw=email(long))
