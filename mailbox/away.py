"""Is a text an automatic answer and nothing else? Every sentence must be one that such answers are made of."""

import re

from ..ground.capitals import CAPITALS

LONGEST = 2_500
"""Characters; who is away says so in fewer."""

LONGEST_ABROAD = 700
"""Characters of an answer in another language."""

_DAYS = (
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september"
    r"|october|november|december|tomorrow|next week|half[- ]term|easter|christmas|\d{1,2}(?:st|nd|rd|th|[./:])"
)
_AWAY = re.compile(
    r"\b(?:out of (?:the )?office|away from (?:my|the) (?:desk|office|e-?mail)|(?:not|never) in the office"
    r"|on (?:\w+ ){0,2}(?:leave|holiday|break)|(?:am|are|is|be) (?:currently )?(?:away|unavailable|abroad|travelling)"
    r"|(?:not|un)[- ]?(?:currently )?(?:available|working|monitor\w*)|(?:limited|no|little) access to"
    r"|(?:office|school|mailbox|inbox) (?:is|are|will be)(?: now)? (?:closed|not monitored)|non-working day"
    r"|(?:do not|don't) work\b|work(?:ing)? part[- ]time|automat(?:ic|ed) (?:reply|response|answer|message)"
    r"|(?:have|has) left (?:the )?(?:company|school|organisation|trust)|no longer works?)\b",
    re.IGNORECASE,
)
"""One sentence at least says that nobody is there."""

_ALSO = re.compile(
    rf"\b(?:back|return\w*|resum\w*|until|till|between|from|on)\b.{{0,80}}(?:{_DAYS})"
    r"|\bthank(?:s| you)\b.{0,20}\b(?:for|your)\b.{0,30}\b(?:e-?mail|mail|message|contact\w*|touch|letter|enquiry)"
    r"|\b(?:e-?mails?|mails?|messages?|letters?|mailbox|inbox)\b.{0,60}\b(?:monitored|forwarded|read|received|checked"
    r"|logged|deleted|closed|answered)"
    r"|\b(?:reply|respond|answer|get back|deal with|read|attend|be in touch|pick up|check)\b.{0,60}\b(?:soon\w*|when"
    r"|return|within|shortly|then|possible|back)"
    r"|\b(?:urgent\w*|emergency|immediate\w*|meantime|assistance|alternatively|enquir\w*|absence)\b"
    r"|^(?:please )?(?:contact|call|ring|phone|telephone|e-?mail|speak to|try)\b"
    r"|\b(?:sorry|apologi[sz]e|apologies)\b.{0,30}\b(?:inconvenience|delay|not|away|miss\w*)"
    r"|^(?:do not|please do not|don't) reply\b",
    re.IGNORECASE,
)
_FRAME = re.compile(
    r"^(?:dear|hi|hello|hey|good (?:morning|afternoon|day)|(?:kind|best|warm|many|with kind)\b.{0,20}"
    r"|regards|thanks|thank you|yours\b.{0,20}|sent from .{0,40}|cheers)\b.{0,40}$",
    re.IGNORECASE,
)
_TELLS = re.compile(
    r"\b(?:post(?:ed|s|ing)|facebook|whats ?app|tik ?tok|instagram|snapchat|twitter|tweet\w*|youtube|online|comment\w*"
    r"|screenshot\w*|photo\w*|video\w*|group chat|mum|mums|dad|dads|teacher\w*|pupil\w*|child\w*|daughter|son|threat\w*"
    r"|abus\w*|call(?:ed|ing) (?:her|him|me|us)|said|says|wrote|shout\w*|swear\w*|gate|gates|playground|complain\w*"
    r"|report\w*|solicitor\w*|police|apolog\w* (?:to|for) (?:what|mr|mrs|miss|ms|the|my)|take (?:it|this|that) down)\b",
    re.IGNORECASE,
)
"""Words of a report or an answer: with one of them the text is for a person to read."""

_ABROAD = re.compile(
    r"\b(?:nicht im büro|nicht erreichbar|abwesend|außer haus|im urlaub|absent\w*|en congés?|hors du bureau"
    r"|poza biurem|nieobecn\w+|na urlopie|fuera de la oficina|de vacaciones|ausente|fuori sede|in ferie|assente"
    r"|afwezig|niet aanwezig|met vakantie|de férias|fora do escritório|în concediu|nu sunt la birou)\b",
    re.IGNORECASE,
)
_ALSO_ABROAD = re.compile(
    r"\b(?:bis|zurück|wieder|erreichen|nachricht|e-?mails?|weitergeleitet|dringend\w*|wenden|vielen dank|antwort\w*"
    r"|jusqu\w*|retour|répond\w*|message|courriel|urgen\w*|contacte\w*|merci|adress\w*|transmis\w*"
    r"|powro\w*|odpowiem|wiadomo\w*|pilnych|kontakt\w*|dziękuj\w*|sprawach|regres\w*|vuelta|volver\w*|responder\w*"
    r"|mensaje|correo|gracias|contact\w*|ritorno|rientr\w*|risponder\w*|messaggio|grazie|terug\w*|beantwoord\w*"
    r"|bericht|dringende|bedankt|voltar\w*|mensagem|obrigad\w*|întor\w*|răspun\w*|mesaj\w*|mulțum\w*)\b",
    re.IGNORECASE,
)
_FRAME_ABROAD = re.compile(
    r"^(?:sehr geehrte\w*|guten tag|hallo|mit freundlichen grüßen|viele grüße|bonjour|cordialement|bien à vous"
    r"|dzień dobry|szanown\w*"
    r"|pozdrawiam|z poważaniem|hola|buenos días|saludos|un saludo|atentamente|buongiorno|cordiali saluti"
    r"|distinti saluti|beste|geachte|met vriendelijke groet\w*|olá|bom dia|atenciosamente|cumprimentos|bună ziua"
    r"|cu stimă|cu respect)\b.{0,60}$",
    re.IGNORECASE,
)
_TELLS_ABROAD = re.compile(
    r"\b(?:tochter|sohn|kind\w*|vater|mutter|lehrer\w*|angst|schl(?:ä|a|u)g\w*|droh\w*|bedroh\w*|polizei|gewalt"
    r"|fille|fils|enfants?|père|mère|beau-père|peur|frapp\w*|menac\w*|police|instit\w*"
    r"|córk\w*|syn(?:a|em|owi)?|dziec\w*|ojciec|ojca|matk\w*|boi|bije|groz\w*|grozi\w*|policj\w*|nauczyciel\w*"
    r"|hij[ao]s?|niñ[ao]s?|padre|madre|miedo|pega|golpe\w*|amenaz\w*|policía|maestr\w*|profesor\w*"
    r"|figli\w*|paura|picchia\w*|minacc\w*|polizia|dochter\w*|zoon|vader|moeder|bang|slaat|bedreig\w*|politie"
    r"|filh[ao]s?|criança\w*|pai|mãe|medo|bate|ameaç\w*|polícia|fiic\w*|fiul\w*|copil\w*|tat[aă]l?|mama|fric[aă]"
    r"|amenin\w*|poliți\w*|facebook|whatsapp|instagram|tiktok|snapchat)\b",
    re.IGNORECASE,
)
"""The same in the languages of `_ABROAD`."""

_NAME_WORD = re.compile(rf"[{CAPITALS}(&|+\d/,-]|\S+@\S+|www\.|https?:|of\b|and\b|the\b|for\b")


def is_away_text(own: str, subject: str = "", *, strays: int = 0) -> bool:
    """Whether an email's own words say that somebody is away, and nothing besides.

    Args:
        own: what the sender wrote.
        subject: looked at for words of a report only.
        strays: sentences about something else that are let through.
    """
    text = own.strip()
    if not text or len(text) > LONGEST or _TELLS.search(f"{subject[:1_000]}\n{text}"):
        return False
    lines = [line.strip() for line in re.split(r"(?<=[.!?])\s+|\n", text) if line.strip()]
    if _ABROAD.search(text):
        odd = sum(not _belongs_abroad(line) for line in lines)
        return len(text) <= LONGEST_ABROAD and odd <= strays and not _TELLS_ABROAD.search(text)
    return any(_AWAY.search(line) for line in lines) and sum(not _belongs(line) for line in lines) <= strays


def tells(own: str) -> bool:
    """Whether a text holds a word of a report or an answer, in any of the languages known here."""
    return bool(_TELLS.search(own) or _TELLS_ABROAD.search(own))


def _belongs(line: str) -> bool:
    return bool(_AWAY.search(line) or _ALSO.search(line) or _FRAME.match(line)) or _is_label(line)


def _belongs_abroad(line: str) -> bool:
    return bool(_ABROAD.search(line) or _ALSO_ABROAD.search(line) or _FRAME_ABROAD.match(line)) or _belongs(
        line
    )


def _is_label(line: str) -> bool:
    """A name, an office, a telephone number: a few words, each with a capital, a digit or an address."""
    words = line.split()
    return len(words) <= 9 and not line.endswith(("!", "?")) and all(_NAME_WORD.match(word) for word in words)
