"""The small print that machines put below emails: confidentiality, viruses, a company's number, "Sent from my ..."."""

import re

_SENTENCE = re.compile(r"(?<=[.!?])\s+|\n+")
_WRAPPED = re.compile(r"^(?=.{60})(.*\s)?(?!www\.|https?:)(\S*[^.!?\s])[ \t]*\n(?=\S)", re.MULTILINE)
"""The end of a long line at which a sentence was wrapped, unless an address ends it."""
_MAIL = r"(?:e-?mail|message|communication|transmission)s?"
_FOOTER = re.compile(
    rf"""
    \b intended \s recipients? \b
  | \b intended \s (?:\w+ \s){{0,3}}?for \s (?:\w+ \s){{0,4}}?
      (?:addressees?|recipients?|named|individuals?|whom|exclusive)
  | \b (?:th(?:is|e|ese)|our|its) \b .{{0,60}}? \b{_MAIL}\b .{{0,120}}? \b(?:confidential|privileged)\b
      .{{0,200}}? \b(?:privileged|recipients?|intended|addressee|disclos\w+|cop(?:y|ied|ying)|protected)\b
  | \b (?:received|sent) \s (?:\w+ \s){{0,4}}? in \s error \b
  | \b you \s are \s not \s the \s (?:named|addressee)
  | \b (?:notify|inform|contact|tell) \s (?:\w+ \s){{0,2}}? (?:sender|originator|postmaster|system \s manager)
  | \b unauthori[sz]ed \s (?:use|disclosure|cop\w+|access|dissemination|distribution)
  | \b any \s (?:use|dissemination|disclosure|cop\w+|distribution|unauthori[sz]ed) \b .{{0,120}}?
      \b(?:prohibited|forbidden|unlawful)
  | \b (?:consider|think \s of|think \s about) \s (?:the|our) \s environment \b
  | \b (?:before|not) \s (?:you \s)? print(?:ing)? \s (?:this|it) \b
  | \b virus(?:es|-free)? \b .{{0,160}}? \b(?:checked|scanned|swept|liab\w+|responsib\w+|accepts? \s no|free|www)
  | \b (?:scanned|swept|checked) \s (?:\w+ \s){{0,4}}? virus
  | \b (?:views|opinions|statements) \b .{{0,60}}? \b expressed \b
  | \b registered \s (?:in \s (?:england|scotland|wales|the \s uk)|office|charity|company|number)
  | \b{_MAIL}\b .{{0,80}}? \b monitor(?:ed|ing)? \b
  | \b (?:monitor|intercept)s? \s (?:\w+ \s){{0,6}}? {_MAIL} \b
  | ^\W* (?:legal \s)? (?:disclaimer|confidentiality \s notice|confidentiality \s statement) \b
  | ^\W* (?:sent \s (?:from|via) \s (?:my|outlook|yahoo|samsung)|get \s outlook \s for) \b
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""What only small print says; a sentence of it is left out, whatever stands before and behind it."""

_HOST = re.compile(r"(?:https?://)?www\.[\w.-]+/?")
"""The address of whoever put it there, alone behind it."""


def without_footer(text: str) -> str:
    """What a person wrote, its sentences in one line, without those of a disclaimer.

    It is for short tellings alone: the email is kept whole.
    """
    kept: list[str] = []
    small = False
    for one in (" ".join(part.split()) for part in _SENTENCE.split(_WRAPPED.sub(r"\1\2 ", text))):
        small = bool(_FOOTER.search(one)) or (small and bool(_HOST.fullmatch(one)))
        if one and not small:
            kept.append(one)
    return " ".join(kept)
