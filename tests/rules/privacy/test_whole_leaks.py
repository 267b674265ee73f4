"""What is known of reporters, and where a letter gives one away: every part of the answer, to the letter."""

from pathlib import Path

import pytest
from cast import a_school, an_adult
from made_reports import report
from whole_answers import agreed

from letterladder.rules.people.people import Adult, PeopleRegister, Pupil
from letterladder.rules.privacy.account import Account
from letterladder.rules.privacy.pet_names import pet_names
from letterladder.rules.privacy.redaction_terms import Reporter
from letterladder.rules.privacy.reporter_guard import Guard, Leak, masked
from letterladder.rules.privacy.reporter_marks import kept_for, marks_of
from letterladder.rules.privacy.reporter_traits import (
    Traits,
    apart_from_staff,
    full_names,
    noted_traits,
    register_traits,
    together,
    told_traits,
)

HERE = Path(__file__).resolve().parent
STOTT = an_adult()
RUBY = Pupil(pupil_id="P1", given_name="Ruby", family_name="Stott", school_class="4K")
ZOE = Pupil(pupil_id="P2", given_name="Zoë", family_name="O'Hare", school_class="2A")
HARE = Adult(
    person_id="A2",
    title="Mrs",
    given_name="Bronagh",
    family_name="O'Hare",
    relationships={"P2": "Mother"},
    address=("14 Canal Row", "Wexmoor", "ZZ99 4AC"),
    email="b.ohare@mail.example",
    phone="01632 960403",
)
PEOPLE = PeopleRegister(adults={"A1": STOTT, "A2": HARE}, pupils={"P1": RUBY, "P2": ZOE})
NAMES = (
    "Aldous, Beth (4B)",
    "Mrs Beth Aldous",
    "Beth and Tom Aldous",
    "Beth & Tom Aldous",
    "Beth",
    "Mr Aldous",
    "Dr. Beth Anne Aldous-Lamb",
    "beth aldous",
    "Beth Aldous <b.aldous@mail.example>",
    "Beth Aldous [Year 4]",
    "Beth {{ x }} Aldous",
    "Greg Fenwick. There is nothing in it",
    "Greg Fenwick. No",
    "Office Team",
    "School Office",
    "Will May",
    "Will May who saw the post in April",
    "Aldous Lamb, Beth",
    "Aldous, Lamb, Beth",
    "de la Cruz, María",
    "B. Aldous",
    "Beth Aldous Tom Lamb",
    "Facebook",
    "",
)
EMAILS = (
    "They wrote it on Facebook.\n\nKind regards\nTom Okoro",
    "My name is Priya Shah and my son Dev was in tears. Ring 07700 900123 or mail me at p.shah@mail.example.",
    "This is Ann Ruddock, mum of Kit Ruddock and Joe. We live at 9 Larkhill Close, QX7 4HB.",
    "From: Sian Price <sian@mail.example>\nSent: 8 November 2026\n\nIt is on his page.\n\nSian x",
    "On Sun, 8 Nov 2026 at 21:50, Owen Bevan Rees <o.rees@mail.example> wrote:\n\nHe put it up again.",
    "Your name: Katy Marsh\nYour email: katy@mail.example\nIt is about Mr Stott.",
    "I'm Zoë's mum. Our twins Ada and Max Lamb saw it, and so did my daughter, Mia.",
    "Ella, my daughter, cried.\nElla's dad.",
    "I am the father of Noah Weir & Eve Weir. Contact us: weirs@mail.example, +44 (0)7700 900456",
    "Mr Stott lives at 3 High Street. Nobody knows who I am.",
    "It was seen by lots of us.\nThanks,\nThe Team",
    "Reported by: Mrs Uma O'Dell\nhis email is g.stott@mail.example, nobody's",
    "I'm called Beth Aldous's friend. Best wishes Jo Beck\nTel: 01632 960999",
)
LETTER = (
    "It came from bronagh.",
    "Mrs O'Hare, of 14, Canal Row, told us; Zoe saw it.",
    "O’HARE, Bronagh: ring 01632-960 403 or 960403, or 01632 960404.",
    "@bronaghohare77 wrote to B.OHare@Mail.Example. about ZZ99 4AC and ZZ99 4AD",
    "Ruby Stott and the hare in the canal; Bronaghs and Canal Rowe",
    "Zoë O'Hare and Zoë Stott. The row went on. See Canal Row 14.",
)
ACCOUNT = (
    "She came to find me at the swings and showed me the whole page on her phone",
    "I saw it at the gate on Tuesday. My sister in law told me about it.",
    "I am his neighbour, and my daughter is in class 2A. It was shared round our street and beyond.",
)
SAID = (
    "She came to find us at the swings and showed me the whole page on her phone.",
    "Somebody came to find me at the swings and showed them nothing. It was a neighbour who told us.",
    "We were told by a parent of class 2A; it is also about Year 2 and 4K.",
    '"Miss Harker is useless and everyone knows it" was shared round our street and beyond all reason.',
    "Nothing of it is here. She came.",
)


def known(text: str = "", name: str = "", address: str = "") -> Traits:
    """What the email, its sender and the register tell of a reporter."""
    mail = report(text, from_name=name, from_address=address or "x@mail.example")
    told = together([noted_traits(Reporter(name=name, address=address)), told_traits(mail)])
    return together([told, register_traits(told, [address], PEOPLE, STOTT)])


def shown(text: str, leaks: tuple[Leak, ...]) -> list[str]:
    """Each leak by its kind and the very words."""
    return [f"{leak.trait.name}: {text[leak.start : leak.end]}" for leak in leaks]


def test_the_names_in_a_line_are_told_with_every_part() -> None:
    """Given name, family name, title, and whether it is sure."""
    agreed(HERE / "names_in_lines.txt", {one: list(full_names(one)) for one in NAMES})


def test_what_an_email_gives_away_of_its_writer_is_told_with_every_part() -> None:
    """Names, children, addresses, numbers: as they are in it, and nothing else."""
    agreed(HERE / "traits_of_emails.txt", {one: told_traits(report(one)) for one in EMAILS})


def test_what_a_name_may_be_shortened_to_is_agreed() -> None:
    """By the lists, by beginnings and ends, by what people add."""
    names = (
        "Thomas",
        "Josephine",
        "Emeka",
        "Bo",
        "Anna",
        "Elizabeth",
        "Mohammed",
        "Katarzyna",
        "Oluwaseun",
        "Siân",
    )
    agreed(HERE / "pet_names.txt", {one: sorted(pet_names(one)) for one in names})


def test_a_leak_is_the_words_that_give_away_and_no_others() -> None:
    """What the approver is shown begins and ends with them."""
    guard = Guard(known(address=HARE.email), kept_for(STOTT, (RUBY,), a_school()))
    agreed(HERE / "leaks.txt", {one: shown(one, guard.leaks(one)) for one in LETTER})


def test_the_words_around_a_leak_are_shown_without_it() -> None:
    """The first leak in the middle, a word left out for each, and dots where the text goes on."""
    guard = Guard(known(address=HARE.email), kept_for(STOTT, (RUBY,), a_school()))
    agreed(HERE / "masked.txt", {one: masked(one, found) for one in LETTER if (found := guard.leaks(one))})


def test_the_marks_of_a_reporter_are_told_with_what_each_needs() -> None:
    """A name that is a word counts only with a capital; one of the school's own needs more."""
    made = known("My son Will May saw it.\n\nKind regards\nRose Hill", "Rose Hill", HARE.email)
    marks = sorted(
        marks_of(made, kept_for(STOTT, (RUBY,), a_school())), key=lambda one: (one.words, one.trait)
    )
    agreed(HERE / "marks.txt", {"Rose Hill, and Mrs O'Hare": marks})


@pytest.mark.parametrize(
    ("expected", "name"),
    [
        ("staff", "Fay Pell"),
        ("staff", "Miss Pell"),
        ("staff", "Miss Fay Pell"),
        ("reporter", "Mr Pell"),
        ("reporter", "Roy Pell"),
        ("reporter", "Pell"),
        ("reporter", "Fay Bell"),
    ],
)
def test_a_member_of_staff_is_known_by_the_full_name(expected: str, name: str) -> None:
    """A parent of the same family name is no member of staff."""
    left, staff = apart_from_staff(Traits(names=frozenset(full_names(name))), ["Miss Fay Pell"])
    assert (bool(left.names), bool(staff.names)) == (expected == "reporter", expected == "staff")


def test_what_a_letter_holds_of_an_account_is_told_to_the_letter() -> None:
    """Runs of words, who told, how they are related, the class of a child: where each begins and ends."""
    account = Account(
        [report(one) for one in ACCOUNT],
        ["Miss Harker is useless and everyone knows it"],
        ["Larkfield Primary School"],
        ["4K"],
    )
    agreed(
        HERE / "accounts_in_letters.txt",
        {one: [f"{hit.sign.name}: {one[hit.start : hit.end]}" for hit in account.hits(one)] for one in SAID},
    )


@pytest.mark.parametrize("before", ["", "We are told this. "])
def test_an_account_that_ends_the_letter_is_told_to_its_last_word(before: str) -> None:
    """A short sentence of a report may be the last that a letter says: nothing is looked for beyond its end."""
    said = "Dora cried all evening"
    account = Account([report(f"{said}. Nobody asked why.")], [], [], [])
    hits = account.hits(f"{before}{said}")
    assert [(hit.start, hit.end) for hit in hits] == [(len(before), len(before) + len(said))]


def test_a_single_name_is_the_staff_s_where_it_is_part_of_theirs() -> None:
    """A parent who is called otherwise stays a reporter."""
    names = frozenset(one for written in ("Miss Fay Pell", "Fay", "Ann") for one in full_names(written))
    left, staff = apart_from_staff(Traits(names=names), ["Miss Fay Pell"])
    assert [one.given for one in left.names] == ["Ann"]
    assert sorted((one.given, one.family) for one in staff.names) == [("Fay", ""), ("Fay", "Pell")]


def test_the_poster_s_own_words_are_nobody_else_s_wherever_the_letter_quotes_them() -> None:
    """A report that repeats the post does not make the quotation one of the reporter's sentences."""
    posted = "the whole school is a shambles from top to bottom and always was"
    account = Account([report(f"He wrote that {posted}. I saw it.")], [posted], [], [])
    for before in ("", "You ", "You wrote ", "In your post of Monday you wrote "):
        assert account.hits(f"{before}{posted}. Please take it down.") == ()
