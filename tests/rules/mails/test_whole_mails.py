"""What is read in replies and of senders: every part of the answer."""

import tomllib
from pathlib import Path

import pytest
from made_reports import adult, report
from whole_answers import agreed

from letterladder.rules.mails.known_lines import (
    Signer,
    as_remembered,
    is_closing,
    is_greeting,
    is_known,
    may_be_signature,
    raises_doubt,
    unknown_lines,
)
from letterladder.rules.mails.look_alikes import Known, edits, look_alike, resembles, skeleton
from letterladder.rules.mails.reply_words import read_reply
from letterladder.rules.people.people import PeopleRegister
from letterladder.rules.people.school import Person

HERE = Path(__file__).resolve().parent
TABLE = tomllib.loads((HERE / "approval_replies.toml").read_text(encoding="utf-8"))
HEAD = Signer(
    names=("Mrs Anita Jane Hollis",),
    roles=("Headteacher",),
    places=(
        "The Larkfield Primary School",
        "Wexmoor County Council",
        "Larkfield Road",
        "Wexmoor",
        "ZZ99 4LF",
    ),
    phones=("01632 960140",),
    addresses=("a.hollis@larkfield.example",),
    pages=("www.larkfield.example",),
    others=("Mrs Carol Binns",),
    remembered=frozenset({"growing together"}),
)
CHAIR = Signer(names=("Mr Idris Vaughan",), roles=("Chair of governors",))


@pytest.mark.parametrize(
    "line",
    [
        "Anita Hollis",
        "Mrs A J Hollis",
        "A. J. H.",
        "AJH",
        "AH",
        "A Hollis (Mrs) BA",
        "Headteacher",
        "Head Teacher, Larkfield Primary School",
        "Headteacher at Larkfield Primary",
        "The Larkfield Primary School, Larkfield Road, Wexmoor, ZZ99 4LF",
        "Wexmoor Wexmoor",
        "T: 01632 960140",
        "Tel +44 1632 960140",
        "a.hollis@larkfield.example",
        "<a.hollis@larkfield.example> | https://www.larkfield.example/",
        "larkfield.example",
        "Thanks Carol",
        "Many thanks & kind regards",
        "*Growing together*",
        "____",
        "Sent from my iPhone",
        "👍",
    ],
)
def test_a_line_of_the_signers_own_says_nothing(line: str) -> None:
    """Name, initials, role, school, address, number, page, thanks to people of the school."""
    assert is_known(line, HEAD)


@pytest.mark.parametrize(
    "line",
    [
        "Carol Binns",
        "Anita Stott",
        "BH",
        "Deputy",
        "Deputy headteacher",
        "Chair of governors",
        "Larkfield Road Primary",
        "Road",
        "County Council",
        "Mill Lane, Wexmoor",
        "T: 01632 960141",
        "b.hollis@larkfield.example",
        "www.larkfield.test",
        "Thanks Gavin",
        "Thanks Stott and Carol",
        "Growing",
        "Headteacher?",
        "Mrs",
        "At",
        "🛑",
        "x" * 1_501,
    ],
)
def test_a_line_that_is_not_the_signers_own_may_say_something(line: str) -> None:
    """Another name, role, street, number or page is no signature; "Mrs" alone is somebody's."""
    assert is_known(line, HEAD) is (line == "Mrs")


@pytest.mark.parametrize("length", [1_499, 1_500, 1_501])
def test_a_line_is_looked_at_up_to_its_limit(length: int) -> None:
    """A longer one may hold anything."""
    assert is_known("_" * length, HEAD) is (length <= 1_500)


@pytest.mark.parametrize(
    ("expected", "line"),
    [
        (True, "Hi Carol"),
        (True, "Good morning all,"),
        (True, "Dear Mrs Binns and Anita"),
        (True, "Hi Gavin"),
        (False, "Hi Gavin Stott"),
        (False, "Hi no"),
        (False, "Carol"),
        (False, "Hi x"),
        (True, "Hello"),
    ],
)
def test_a_greeting_greets_our_people_or_one_name(expected: bool, line: str) -> None:
    """Two unknown words behind it may be an order."""
    assert is_greeting(line, HEAD) is expected


@pytest.mark.parametrize(
    ("expected", "line"), [(True, "Chair"), (True, "Chair of Governors"), (False, "Headteacher")]
)
def test_a_chair_signs_as_chair(expected: bool, line: str) -> None:
    """And not as the head."""
    assert is_known(line, CHAIR) is expected


@pytest.mark.parametrize(
    ("expected", "line"),
    [
        (True, "Headteacher and Designated Safeguarding Lead"),
        (True, "Headteacher & Safeguarding Lead"),
        (True, "Head of School"),
        (True, "Headteacher, Larkfield"),
        (False, "Safeguarding Governor"),
        (False, "Deputy Safeguarding Lead"),
        (False, "Caretaker"),
    ],
)
def test_a_role_of_several_words_may_be_signed_in_its_usual_ways(expected: bool, line: str) -> None:
    """Each word of it, those that go with it, and the school's name; never another role."""
    lead = Signer(
        names=("Mrs Anita Hollis",),
        roles=("Headteacher and Designated Safeguarding Lead",),
        places=("Larkfield Primary School",),
    )
    assert is_known(line, lead) is expected


def test_small_lines_are_judged_by_their_words_and_their_number() -> None:
    """Twelve lines may be a signature, thirteen are a letter; five words may take something back, six tell more."""
    assert may_be_signature(["Growing"] * 12)
    assert not may_be_signature(["Growing"] * 13)
    assert may_be_signature(["g" * 300])
    assert not may_be_signature(["g" * 301])
    assert not may_be_signature(["Growing", "wait"])
    assert raises_doubt("a b c d wait")
    assert not raises_doubt("a b c d e wait")
    assert (is_closing("-- "), is_closing("Kind Regards,"), is_closing("Kind")) == (True, True, False)
    assert as_remembered(" *Growing  Together* <https://x.example>") == "growing together"


def test_which_lines_are_not_known_is_told_in_order() -> None:
    """Small print over several lines is known as a whole or not at all."""
    printed = ("This email is confidential and intended", "solely for the use of the individual.")
    assert unknown_lines(("Anita", *printed, "Headteacher", "Mill Lane"), HEAD) == ("Mill Lane",)
    assert unknown_lines((*printed, "Anita", "wait"), HEAD) == ("wait",)
    assert unknown_lines((*printed, "and Mill Lane"), HEAD) == (*printed, "and Mill Lane")


@pytest.mark.parametrize("second", ["no", "not", "Not this", "If not, stop", "No. Not this."])
@pytest.mark.parametrize("place", [0, 1, 2])
def test_a_second_thought_beside_the_small_print_is_no_part_of_it(second: str, place: int) -> None:
    """Each word of it is one of small print too, and no full stop may stand between them."""
    printed = [
        "This email is confidential and intended solely for",
        "the use of the individual to whom it is addressed",
    ]
    printed.insert(place, second)
    assert second in unknown_lines(printed, HEAD)


def test_everything_that_a_reply_says_is_agreed() -> None:
    """What it orders, with which code, in which words, and the lines that are not known."""
    texts = [
        text for part in TABLE.values() for kind in ("signed", "yes", "no") for text in part.get(kind, ())
    ]
    agreed(
        HERE / "replies_read.txt", {one: read_reply(one.replace("CODE", "K7QM-2RTX"), HEAD) for one in texts}
    )


OWN = "harebell-lane.example"
ELLWOOD = Person(name="Mrs Catherine Ellwood", role="Headteacher", email="c.ellwood@harebell-lane.example")
VAUGHAN = Person(name="Mr Idris Vaughan", role="Chair of governors", email="idris.vaughan@gmail.com")
PELL = Person(name="Miss Amy Pell", role="Teacher", email="a.pell@harebell-lane.example")
KNOWN = Known(
    holders=(ELLWOOD, VAUGHAN),
    staff=(PELL,),
    domains=frozenset({OWN, "elm.example"}),
    theirs=frozenset({ELLWOOD.email, VAUGHAN.email, PELL.email}),
)
PARENTS = (
    adult("A1", "Mr Idris Vaughan", {}, email="idris@letterbox.example"),
    adult("A2", "Mrs Joan Pell", {}),
)
REGISTER = PeopleRegister(adults={one.person_id: one for one in PARENTS})
SENDERS = (
    ("Catherine Ellwood", "head@letterbox.example", ""),
    ("Mrs Ellwood", "head@letterbox.example", ""),
    ("Ellwood", "head@letterbox.example", ""),
    ("Mrs Pell", "pell@letterbox.example", ""),
    ("Miss Pell", "pell@letterbox.example", ""),
    ("Amy Pell", "pell@letterbox.example", ""),
    ("Mr Idris Vaughan", "idris@letterbox.example", ""),
    ("Mr Idris Vaughan", "idris@other.example", ""),
    ("c.ellwood@harebell-lane.example", "x@other.example", ""),
    ("Bob <b@other.example>", "x@other.example", ""),
    ("", "idris.vaugham@gmail.com", ""),
    ("", "idris.vaughan@hotmail.com", ""),
    ("", "anybody@gmail.com", ""),
    ("", "c.ellwood@harebe11-lane.example", ""),
    ("", "c.ellwood@hаrebell-lane.example", ""),
    ("", "c.ellwood@elm.test", ""),
    ("", "c.ellwood@office.harebell-lane.example", "x@other.example"),
    ("", "c.ellwood@harebell-lane.example", "x@other.example"),
    ("", "c.ellwood@harebell-lane.example", "a.pell@harebell-lane.example"),
    ("", "office@harebell-lane.example", "x@other.example"),
)


def test_what_is_said_of_a_sender_is_agreed() -> None:
    """The whole sentence, or nothing."""
    agreed(
        HERE / "senders_seen.txt",
        {
            f"{name}, {address}, {reply}": look_alike(
                report(from_name=name, from_address=address, reply_to=reply), KNOWN, REGISTER
            )
            for name, address, reply in SENDERS
        },
    )


@pytest.mark.parametrize(
    ("expected", "one", "other"),
    [
        (0, "", ""),
        (3, "", "abc"),
        (3, "abc", ""),
        (0, "abc", "abc"),
        (1, "abc", "acb"),
        (1, "abc", "bac"),
        (1, "abc", "abd"),
        (1, "abc", "abcd"),
        (1, "abc", "ab"),
        (2, "abcd", "badc"),
        (3, "abc", "xyz"),
        (3, "kitten", "sitting"),
        (0, "a" * 100 + "b", "a" * 100 + "c"),
    ],
)
def test_letters_that_differ_are_counted(expected: int, one: str, other: str) -> None:
    """Typed, left out, changed or swapped with the next; of the first hundred."""
    assert edits(one, other) == expected


@pytest.mark.parametrize(
    ("expected", "domain", "own"),
    [
        (False, "oak.test", "elm.example"),
        (False, "elms.test", "elm.example"),
        (False, "larkfjeld.kent.sch.uk", "larkfield.example"),
        (False, "larkfi.kent.sch.uk", "larkfield.example"),
        (True, "larkfie.example", "larkfield.example"),
        (False, "larkfi.example", "larkfield.example"),
        (True, "parkhil.example", "parkhill.example"),
        (False, "parkhi.example", "parkhill.example"),
        (True, "larkfield.co.uk", "larkfield.kent.sch.uk"),
        (False, "larkfield-pta.example", "larkfield.example"),
        (False, "xn--99999.example", "larkfield.example"),
    ],
)
def test_how_many_letters_may_be_wrong_goes_by_the_length_of_the_name(
    expected: bool, domain: str, own: str
) -> None:
    """None below six, one from six, two from nine; other schools' names are theirs."""
    assert resembles(domain, own) is expected


def test_signs_of_one_shape_are_one() -> None:
    """Pairs too."""
    assert skeleton("Rn vv cl-0_5|1I") == "m w doslll"


@pytest.mark.parametrize(
    ("confirms", "text"),
    [
        (True, "APPROVE K7QM-2RTX SIGNATURE"),
        (True, "Thanks.\nAPPROVE K7QM-2RTX signature.\nMill Lane"),
        (False, "Mill Lane\nAPPROVE K7QM-2RTX SIGNATURE"),
        (False, "APPROVE K7QM-2RTX"),
        (False, "APPROVE K7QM-2RTX SIGNATURE and more"),
    ],
)
def test_a_yes_may_say_that_what_stands_below_is_a_signature(confirms: bool, text: str) -> None:
    """Below it, and nothing above it: that is a letter of its own."""
    reply = read_reply(text, HEAD)
    assert reply is not None
    assert reply.confirms is confirms
