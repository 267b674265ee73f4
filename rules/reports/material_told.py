"""What a report says was put online: words, pictures or a video; and where nothing was, what was done on site."""

import re

from ..texts.names import fold
from ..texts.passages import told_passages
from ..texts.report import Report
from ..words import Material

_VIDEO = r"(?:videos?|clips?|footage|live ?streams?|livestreamed|reels?|filmed|a tiktok|tiktoks)"
_PICTURE = r"(?:photo\w*|pictures?|images?|pics?|memes?|selfies?|snaps|cartoons?|drawings?|gifs?)"
_PUT = (
    r"(?:post(?:ed|s|ing)?|put(?:s|ting)?|shar(?:ed|es|ing)|upload\w*|publish\w*|sent (?:it )?(?:round|around|to)|"
    r"circulat\w*|stuck|tagg\w+|made|liv(?:e|ing) on|showing|up on|"
    r"on (?:his|her|their) (?:page|story|wall|account|profile)|"
    r"on (?:facebook|instagram|tiktok|snapchat|whatsapp|x|youtube))"
)
_NOT_POSTED = (
    r"(?! (?:of|from) (?:it|this|that|the|his|her|their) (?:\w+ )?(?:post|posts|comment|comments|message|messages|page|"
    r"screen|chat|thread)\b)(?! (?:attached|enclosed|below)\b)"
)
_PROFILE = r"(?<!profile )(?<!cover )(?<!took a )(?<!taken a )(?<!have a )(?<!attach a )(?<!attached a )"
_SENTENCE = re.compile(r"[^.!?\n]+")


def material_of(report: Report, *, on_site: bool, words: str) -> Material | None:
    """What it is that a letter would be about; None where the report does not tell.

    Args:
        report: the report.
        on_site: it tells of the site alone.
        words: the poster's own words, as far as they are marked.
    """
    if on_site:
        return Material.CONDUCT
    form = report.form
    texts = [form.what, form.where] if form.is_form else [part.text for part in told_passages(report)]
    sentences = [one for text in texts for one in _SENTENCE.findall(fold(text).text)]
    if any(_put_up(_VIDEO, one) for one in sentences):
        return Material.VIDEO
    if any(_put_up(_PICTURE, one) for one in sentences):
        return Material.PICTURE
    return Material.WORDS if words else None


def _put_up(what: str, sentence: str) -> bool:
    """Whether a sentence says that such a thing was put online, and not that the writer took one of the post."""
    thing = rf"{_PROFILE}\b{what}\b{_NOT_POSTED}"
    return bool(re.search(rf"\b{_PUT}\b.{{0,80}}?{thing}|{thing}.{{0,80}}?\b{_PUT}\b", sentence))
