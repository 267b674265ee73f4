"""The line that a telephone or an email program puts below what was written: "Sent from my iPhone"."""

import re

from .phrase_rows import in_rows

DEVICES = in_rows(
    """
    sent from my; sent from; sent via; sent using; sent with; get; download; von meinem; gesendet von;
    gesendet mit; wysłane z; wysłano z; wysłane z mojego; envoyé de mon; envoyé de; envoyé depuis mon;
    enviado desde mi; enviado desde; enviado do meu; enviado do; enviado de; inviato da; inviato dal mio;
    trimis de pe; trimis din; verzonden vanaf mijn; verstuurd vanaf mijn; išsiųsta iš; anfonwyd o fy;
    anfonwyd o; изпратено от; отправлено с; odesláno z; skickat från min; sendt fra min; تم الإرسال من;
    أرسلت من; میرے; 发自我的; 从我的;
    """
)
"""How a line of a device or program begins."""

DEVICE_WORDS = frozenset(
    in_rows(
        """
    10; 11; 12; 13; 14; 15; 16; 4g; 5g; a; a54; all-new; an; and; android; aol; aplicația; app; apple;
    blackberry; bt; correo; da; device; do; ee; email; fold; for; free; from; galaxy; gesendet; gmail;
    google; handheld; honor; hotmail; huawei; ios; ipad; iphona; iphone; iphone'a; iphone-a; iphonea; ipod;
    mac; mail; max; media; meu; mini; mio; mobile; mojego; moto; motorola; my; móvil; new; nokia; note; o2;
    of; on; oneplus; outlook; personal; phone; pixel; plus; pour; pro; proton; protonmail; redmi; s; s21;
    s22; s23; s24; samsung; se; sky; smartphone; sony; tab; tablet; talktalk; telefonu; telefonul; telemóvel;
    the; three; tiscali; ultra; virgin; vodafone; windows; wireless; work; xiaomi; xperia; yahoo; من; هاتفي;
    发送; 手机;
    """
    )
)
"""Devices and programs, and the words around their names in such a line."""

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_LINK = re.compile(r"<[^<>\s]{1,300}>|\bhttps?://\S{1,300}")
_MOST_WORDS = 8


def is_device_line(line: str) -> bool:
    """Whether a line says from what the email was sent, and not one word more."""
    plain = " ".join(_LINK.sub(" ", line[:600]).casefold().split()).strip(" .,;:!*_-–—|()[]")
    begun = [one for one in DEVICES if plain.startswith(one)]
    if not begun and not plain.endswith(" gesendet"):
        return False
    words = _WORD.findall(plain.removeprefix(max(begun, key=len, default="")))
    return 0 < len(words) <= _MOST_WORDS and DEVICE_WORDS.issuperset(words)
