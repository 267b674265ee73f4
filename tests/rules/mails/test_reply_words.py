"""Replies as people and telephones write them, and what each must be read as."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letterladder.rules.mails.known_lines import Signer
from letterladder.rules.mails.reply_words import Reply, Said, read_reply

CODE = "K7QM2RTX"
SIGNATURE = "Kind regards\nAnita Hollis\nHeadteacher, Larkfield Primary School\n01632 960140"
HEAD = Signer(
    names=("Mrs Anita Hollis",),
    roles=("Headteacher",),
    places=("Larkfield Primary School", "Larkfield Road", "Wexmoor", "ZZ99 4LF"),
    phones=("01632 960140",),
    addresses=("a.hollis@larkfield.example", "office@larkfield.example"),
    pages=("www.larkfield.example",),
    others=("Mrs Carol Binns",),
)
DISCLAIMER = "This email is confidential. If you are not the intended recipient, do not copy it; delete it."


@pytest.mark.parametrize(
    "text",
    [
        "APPROVE K7QM-2RTX",
        "approve k7qm-2rtx",
        "Approved K7QM-2RTX",
        "APPROVE K7QM2RTX",
        "APPROVE K7QM 2RTX",
        "APPROVE K7QM–2RTX",
        "APPROVE K7QM — 2RTX",
        "APPROVE: K7QM-2RTX.",
        "APPROVE\nK7QM-2RTX",
        "  - APPROVE K7QM-2RTX",
        "• Approve K7QM-2RTX",
        "1. APPROVE K7QM-2RTX",
        "*APPROVE K7QM-2RTX*",
        "<p>APPROVE&nbsp;K7QM-2RTX</p>",
        "<b>APPROVE</b> K7QM-2RTX<br>Thanks",
        "APPROVE\u00a0K7QM-2RTX\u200b",
        "Yes, approve K7QM-2RTX",
        "I approve K7QM-2RTX",
        "APPROVE letter K7QM-2RTX",
        "APPROVE with code K7QM-2RTX",
        "APPROVE K7QM-2RTX thanks",
        "APPROVE K7QM-2RTX\n\nThanks, Anita",
        "APPROVE K7QM-2RTX\nMany thanks for drafting this.",
        "APPROVE K7QM-2RTX\nLooks good, please post it.\nAH",
        "Good morning Carol,\n\nAPPROVE K7QM-2RTX",
        "APPROVE K7QM-2RTX\n\nSent from my iPhone",
        "APPROVE K7QM-2RTX\n\nGet Outlook for Android",
        "APPROVE K7QM-2RTX\nVon meinem iPhone gesendet",
        "APPROVE K7QM-2RTX\n\nMrs A Hollis\nHeadteacher",
        "APPROVE K7QM-2RTX\n\n-- \nA Hollis\nHead Teacher | Larkfield Primary",
        f"APPROVE K7QM-2RTX\n\n{SIGNATURE}",
        f"APPROVE K7QM-2RTX\n\n{SIGNATURE}\n{DISCLAIMER}",
        "APPROVE K7QM-2RTX\n\nOn 9 Nov 2026, Larkfield School wrote:\nRETURN K7QM-2RTX with your words",
        "APPROVE K7QM-2RTX\n> RETURN K7QM-2RTX\n> with any comments below it.",
        "APPROVE K7QM-2RTX\nFrom: letters@larkfield.example\nRETURN K7QM-2RTX",
        "APPROVE K7QM-2RTX\nVielen Dank",
        "APPROVE K7QM-2RTX\nPozdrawiam\nAnita Hollis",
        "APPROVE K7QM-2RTX\nAPPROVE K7QM-2RTX",
    ],
)
def test_a_plain_yes_with_its_code_is_a_yes(text: str) -> None:
    """Thanks, greetings, names, signatures and quoted emails do not make a yes doubtful."""
    assert read_reply(text, HEAD) == Reply(said=Said.APPROVE, code=CODE)


@pytest.mark.parametrize(
    "text",
    [
        "APPROVE K7QM-2RTX but change the date",
        "APPROVE K7QM-2RTX\nPlease change the date first",
        "APPROVE K7QM-2RTX if the dates are right",
        "APPROVE K7QM-2RTX\nThe date in the second paragraph is a Sunday",
        "APPROVE K7QM-2RTX once you have spoken to him",
        "APPROVE K7QM-2RTX?",
        "APPROVE K7QM-2RTX\nShould I ring him first?",
        "APPROVE K7QM-2RTX aber bitte das Datum anpassen",
        "APPROVE K7QM-2RTX ale nie dzisiaj",
        "APPROVE K7QM-2RTX tomorrow",
        "APPROVE K7QM-2RTX\nNot yet",
        "APPROVE K7QM-2RTX\nWait",
        "APPROVE K7QM-2RTX\nThanks\nPS change the second line",
        "APPROVE K7QM-2RTX\n\nKind regards\nAnita\n\nPS: his name is spelt wrong",
        "APPROVE K7QM-2RTX\nBest wishes\nBut do ring him first",
        "No, do not send it.\nAPPROVE K7QM-2RTX",
        "Carol, see below, I would rather wait.\n\nAPPROVE K7QM-2RTX",
        "APPROVE nothing until I am back, K7QM-2RTX",
        "Do not APPROVE K7QM-2RTX",
        "I cannot approve K7QM-2RTX",
        "Yes K7QM-2RTX",
        "K7QM-2RTX",
        "K7QM-2RTX is fine",
        "Genehmigt K7QM-2RTX",
        "Zatwierdzam K7QM-2RTX",
        "APPROVE K7QM-2RTX\nRETURN K7QM-2RTX the date is wrong",
        "RETURN K7QM-2RTX the date is wrong\nDECIDE K7QM-2RTX L2 because he asked",
        "APPROVE K7QM-2RTX\n\n\nAnita\n\nmore of me\nand more\nRETURN K7QM-2RTX",
        "one\ntwo\nthree\nfour\nAPPROVE K7QM-2RTX",
        "Hello\nGood morning\nThanks\nYes\nAPPROVE K7QM-2RTX",
        "APPROVE K7QM-2RTX\nOK?",
        "APPROVE? K7QM-2RTX",
        "APPROVE K7QM-2RTX\nNope",
        "APPROVE K7QM-2RTX\nWrong Parent",
        "APPROVE K7QM-2RTX\nCancel",
        "APPROVE K7QM-2RTX\nIgnore This Please",
        "APPROVE K7QM-2RTX\nMistake - Ring Me",
        "APPROVE K7QM-2RTX\nPeidiwch",
        "APPROVE K7QM-2RTX\n\nRegards\nPS address has moved to 4 Mill Lane",
        "APPROVE K7QM-2RTX\n\nKind regards\nAnita Hollis\n4 Mill Lane",
        "APPROVE K7QM-2RTX\n\n-- \nA Hollis\nI only work on Mondays, so please don't expect an answer",
        "APPROVE K7QM-2RTX\nSent from my iPhone, ignore this",
        "APPROVE K7QM-2RTX\nOn reflection it is not the address he wrote",
        "APPROVE K7QM-2RTX\nPlease send it to me again",
        "APPROVE K7QM-2RTX\nIs this ok to send",
        "APPROVE K7QM-2RTX\nPlease do not act on this email, it is sent in error.",
    ],
)
def test_a_yes_in_doubt_is_unclear(text: str) -> None:
    """A condition, a wish, a question, two orders, words of no order we know: nothing may be approved."""
    found = read_reply(text, HEAD)
    assert (found.said, found.code) == (Said.UNCLEAR, CODE)


@pytest.mark.parametrize(
    "text",
    [
        "APPROVE",
        "Approved",
        "approved, thanks",
        "APPROVE K7QM-2RT",
        "APPROVE K7QM-2RTXX",
        "APPROVE KOQM-2RTX",
        "APPROVE K7QM-20TX",
        "APPROVE 2026-0042",
        "Return it please, the date is wrong",
        "DECIDE L2 because he asked",
    ],
)
def test_an_order_without_a_whole_code_is_unclear_and_has_no_code(text: str) -> None:
    """O and 0 are in no code: they were misread, and nobody guesses what they stood for."""
    assert Reply(said=Said.UNCLEAR, code="", words=text) == read_reply(text, HEAD)


@pytest.mark.parametrize(
    "text",
    [
        "APPROVE K7QM-2RTX\nAPPROVE 8ABC-DEFG",
        "RETURN K7QM-2RTX the date is wrong\nRETURN 8ABC-DEFG the name is wrong",
        "RETURN K7QM-2RTX like 8ABC-DEFG before",
    ],
)
def test_two_codes_are_two_orders(text: str) -> None:
    """An email about two letters settles neither: only one could be taken."""
    assert read_reply(text, HEAD).said is Said.UNCLEAR


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Yes fine",
        "Thank you, I will look at it tonight.",
        "> APPROVE K7QM-2RTX",
        "| APPROVE K7QM-2RTX",
        "On Mon, 9 Nov 2026 at 10:00, Larkfield <letters@larkfield.example>\nwrote:\nAPPROVE K7QM-2RTX",
        "-----Original Message-----\nAPPROVE K7QM-2RTX",
        "Am 9.11.2026 um 10:00 schrieb Larkfield:\nAPPROVE K7QM-2RTX",
        "W dniu 9.11.2026 Larkfield napisał(a):\nAPPROVE K7QM-2RTX",
    ],
)
def test_words_without_order_or_code_are_nothing(text: str) -> None:
    """What is only quoted was not said."""
    assert Reply(said=Said.NOTHING) == read_reply(text, HEAD)


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("the date is wrong", "RETURN K7QM-2RTX the date is wrong"),
        ("the date is wrong", "returned k7qm-2rtx: the date is wrong"),
        ("The date is wrong.", "RETURN K7QM-2RTX\n\nWhat should change: The date is wrong."),
        ("The date is wrong.", "RETURN K7QM-2RTX\n\nWhat should change:\nThe date is wrong."),
        ("Not yet, please.\nWait for Monday.", "RETURN K7QM-2RTX\nNot yet, please.\nWait for Monday."),
        ("Date wrong", "RETURN K7QM-2RTX\nDate wrong\n\nKind regards\nAnita Hollis"),
        ("softer, please", "RETURN K7QM-2RTX\nsofter, please\nSent from my iPhone"),
        ("Ton zu hart", "RETURN K7QM-2RTX\nTon zu hart"),
        ("week 24th is half-term", "RETURN K7QM-2RTX week 24th is half-term"),
    ],
)
def test_a_return_carries_the_approvers_own_words(words: str, text: str) -> None:
    """The office reads what should change, without our prompt, the quote or the signature."""
    assert Reply(said=Said.RETURN, code=CODE, words=words) == read_reply(text, HEAD)


@pytest.mark.parametrize(
    "text",
    [
        "RETURN K7QM-2RTX",
        "RETURN K7QM-2RTX\n\nWhat should change: ",
        "RETURN K7QM-2RTX\nThanks",
        "RETURN K7QM-2RTX\n\nSent from my iPhone",
        "RETURN K7QM-2RTX\n\nKind regards\nAnita Hollis",
        "RETURN to sender, K7QM-2RTX",
    ],
)
def test_a_return_without_words_is_unclear(text: str) -> None:
    """Nobody can fix a letter that came back without a word."""
    found = read_reply(text, HEAD)
    assert (found.said, found.code) == (Said.UNCLEAR, CODE)


@pytest.mark.parametrize(
    ("step", "words", "text"),
    [
        ("L3", "he posted again", "DECIDE K7QM-2RTX L3 he posted again"),
        ("L3", "he posted again", "DECIDE K7QM-2RTX L3 - he posted again"),
        ("L3", "he posted again", "Decided K7QM-2RTX: L3, he posted again"),
        ("L3", "He posted again.", "DECIDE K7QM-2RTX L3\n\nReason: He posted again."),
        ("L3", "He posted again.", "DECIDE K7QM-2RTX L3\n\nReason:\nHe posted again.\n\nRegards\nAnita"),
        ("L2b", "he asked", "decide k7qm-2rtx l2b he asked"),
        ("none", "it is settled", "DECIDE K7QM-2RTX none: it is settled"),
        ("none", "because it is settled", "DECIDE K7QM-2RTX none because it is settled"),
        ("none", "It is settled", "DECIDE K7QM-2RTX None\nIt is settled"),
        ("police-referral", "a threat", "DECIDE K7QM-2RTX police-referral: a threat"),
    ],
)
def test_a_decision_names_one_step_and_a_reason(step: str, words: str, text: str) -> None:
    """The step is read as policies write it; the reason is kept."""
    found = read_reply(text, HEAD)
    assert (Said.DECIDE, CODE, step.casefold(), words) == (
        found.said,
        found.code,
        found.step.casefold(),
        found.words,
    )


@pytest.mark.parametrize(
    "text",
    [
        "DECIDE K7QM-2RTX",
        "DECIDE K7QM-2RTX L3",
        "DECIDE K7QM-2RTX L3\n\nReason: ",
        "DECIDE K7QM-2RTX L3\nThanks",
        "DECIDE K7QM-2RTX L3 or L2, what do you think",
        "DECIDE K7QM-2RTX L3?",
        "DECIDE L3 K7QM-2RTX none of it helped",
        "DECIDE K7QM-2RTX none of these will do",
        "DECIDE K7QM-2RTX not L3 please",
    ],
)
def test_a_decision_without_one_step_and_a_reason_is_unclear(text: str) -> None:
    """A reason is part of every decision; "none of these" does not close the case."""
    found = read_reply(text, HEAD)
    assert (found.said, found.code) == (Said.UNCLEAR, CODE)


@given(st.text(alphabet="APROVEKQMTX27- \n>nobut.,", max_size=60))
def test_any_text_can_be_read(text: str) -> None:
    """A yes holds a code of eight characters, whatever was typed."""
    found = read_reply(text, HEAD)
    assert found.said is not Said.APPROVE or len(found.code) == 8
