"""Letters about access that know their chain: played by commands from the first bar to its end, and read."""

from dataclasses import dataclass
from pathlib import Path

import pytest
from desk.terminal import Said, Window
from office import Rehearsal, edited
from policies.test_bar_lifecycle import BREACH, DECISION, LIFTED, REVIEW, VISIT, with_interim_bar
from prepared import prepared
from stories.test_edited_letters import rewritten

from letterladder.rules.texts.unbroken import NO_BREAK_SPACE

REF = "2026-0001"
NOBODY, CHAIR, LAKE = "Mrs Fell, governor", "Mr Peter Quayle, Chair of Governors", "Mrs Dinah Lake, Governor"
ONLY_OF_B5 = {"alternatives_considered", "next_reviewer"}
RETURNED = {name: words for name, words in LIFTED.items() if name not in ONLY_OF_B5}
GIVEN_BACK = {"decision_reason": "You have kept away.", "expectations": "Please ring first."}


@pytest.fixture(autouse=True)
def no_libreoffice(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Letters stay Word files: a PDF takes seconds and is tested elsewhere."""
    monkeypatch.setenv("PATH", str(tmp_path))


@dataclass
class Played:
    """A school whose people type commands, day by day."""

    school: Rehearsal
    day: str = "2026-11-05"

    def type(self, *words: str) -> Said:
        """One command on this day."""
        return Window(self.school.folder).type(*words, "--today", self.day)

    def on(self, day: str) -> None:
        """Another day, with a round."""
        self.day = day
        self.type("round")

    def chooses(self, step: str, by: str) -> Said:
        """Somebody decides on a step."""
        return self.type("decide", REF, step, "--reason", "as discussed", "--by", by)

    def supplies(self, step: str, **fields: str) -> Said:
        """The office supplies what a letter needs."""
        given = [f"--set={name}={words}" for name, words in fields.items()]
        return self.type("draft", REF, "--letter", step, "--by", "Mrs Binns", *given)

    def sends(self, by: str) -> str:
        """The draft is approved, and posted on the day printed in it; its words."""
        text = self.school.letter_text()
        assert self.type("approve", REF, "--by", by).code == 0
        dated = self.school.in_hand().date_on_letter
        self.on(dated.isoformat() if dated else self.day)
        assert self.type("posted", REF, "--by", "Mrs Binns", "--on", self.day).code == 0
        return text

    def writes(self, step: str, by: str, **fields: str) -> str:
        """A step is decided on, written, approved and posted; its words."""
        assert self.chooses(step, by).code == 0
        said = self.supplies(step, **fields)
        assert said.code == 0, said.out + said.err
        return self.sends(by)

    @property
    def review(self) -> str:
        """The day of the review that the last letter printed."""
        return self.school.case().measures[-1].dates["review_by"].isoformat()


@pytest.fixture
def played(tmp_path: Path) -> Played:
    """The interim withdrawal went out on Tuesday 3 November, and the adult has sent comments."""
    found = Played(prepared(with_interim_bar, tmp_path))
    found.type("answer", REF, "representations", "--summary", "regrets it", "--by", "Mrs Binns")
    return found


def confirmed(played: Played, reviewer: str = LAKE) -> str:
    """The head confirms the bar, and the letter names this reviewer."""
    return played.writes("B3", "Mrs Hollis", **{**DECISION, "reviewer": reviewer})


def test_a_whole_chain_keeps_what_each_letter_says(played: Played) -> None:
    """Each letter names the one before; whoever it names reviews, and the next letter says so truthfully."""
    noted = played.writes("B2a", "Mrs Hollis")
    assert "our letter of Tuesday 3 November 2026, in which we withdrew your permission" in noted
    decision = confirmed(played)
    assert "follows ours of Tuesday 3 November 2026, in which we withdrew your permission" in decision
    assert "The reviewer is Mrs Dinah Lake, Governor." in decision
    played.on(played.review)
    assert "Mrs Anita Hollis (Headteacher) may not decide on B5" in played.chooses("B5", "Mrs Hollis").err
    extended = played.writes("B5", "Mrs Lake", **{**REVIEW, "next_reviewer": CHAIR})
    assert "made by Mrs Dinah Lake, Governor, who did not make the earlier decision." in extended
    assert "in which we told you that your permission to enter the school site is withdrawn" in extended
    played.on(played.review)
    assert "Mrs Dinah Lake (Governor) may not decide on B6" in played.chooses("B6", "Mrs Lake").err
    lifted = played.writes("B6", "Mr Quayle", **RETURNED)
    assert "made by Mr Peter Quayle, Chair of Governors, who made none of the earlier decisions." in lifted
    assert "in which we told you that your permission to enter the school site stays withdrawn" in lifted


def test_a_reviewer_whom_nobody_knows_is_not_promised(played: Played) -> None:
    """The letter is not written; it is said who could be named, and how to add somebody."""
    played.chooses("B3", "Mrs Hollis")
    said = played.supplies("B3", **{**DECISION, "reviewer": NOBODY})
    assert f"it is '{NOBODY}', and nobody of that name holds a role" in said.out + said.err
    assert CHAIR in said.out + said.err
    assert played.school.case().in_hand is None


def left(played: Played) -> None:
    """Mrs Lake, who was named as the reviewer, has left the governors."""
    text = (played.school.folder / "school.toml").read_text("utf-8")
    table = text[text.index("[people.reviewer]") : text.index("[people.dsl]")]
    edited(played.school.folder, (table, ""))


def test_a_promise_that_cannot_be_kept_is_told(played: Played) -> None:
    """The review is not written until it tells the adult why somebody else makes it."""
    confirmed(played)
    left(played)
    played.on(played.review)
    assert "promised a review by" in played.type("case", REF).out
    assert played.chooses("B6", "Mr Quayle").code == 0
    said = played.supplies("B6", **RETURNED)
    assert f"says that {LAKE} reviews" in said.out + said.err
    why = "She has left the school, so the chair has made it."
    assert played.supplies("B6", promise_change=why).code == 0
    text = played.sends("Mr Quayle")
    assert f"said that {LAKE} would make this review. {why}" in text


def test_who_was_named_to_decide_decides(played: Played) -> None:
    """The notice named the head: nobody else decides on it, and the letter names her."""
    said = played.chooses("B3", "Mr Quayle")
    assert "Mr Peter Quayle (Chair of Governors) may not decide on B3" in said.err
    assert "Who decided\nMrs Anita Hollis, Headteacher" in confirmed(played)


def test_permission_that_is_given_back_restores_everything(played: Played) -> None:
    """The person, the premises, the child's arrangements, and what stays on file."""
    text = played.writes(
        "B4", "Mrs Hollis", considered_points="you regret it => we accept that", **GIVEN_BACK
    )
    assert "You regret it. We accept that." in text
    assert "Person\nMr Ross Dunn\nPremises\n" in text
    assert "The special arrangements for Ella Dunn in our earlier letter have ended." in text
    assert "The file says that permission was withdrawn for a time, and that you have it back." in text
    assert "in which we withdrew your permission to enter the school site for now" in text


def test_a_visit_is_good_for_one_letter(played: Played) -> None:
    """The next one asks for its own event and day; the day of the last one is not printed again."""
    confirmed(played)
    assert "the nativity play" in played.writes("B7", "Mrs Hollis", **VISIT)
    played.on("2026-12-16")
    assert played.chooses("B7", "Mrs Hollis").code == 0
    blocked = played.school.case().blocked
    assert blocked is not None
    assert {"event", "event_on", "event_times", "escort"} <= set(blocked.missing)


UNANSWERED = "2026-11-13"
WHY = "The head is away, so the chair has decided in her place."


def unanswered(played: Played) -> None:
    """The head decided on the bar, and has not answered for the letter for five school days."""
    played.chooses("B3", "Mrs Hollis")
    played.supplies("B3", **{**DECISION, "reviewer": LAKE})
    for day in ("2026-11-06", "2026-11-09", "2026-11-10", "2026-11-11", "2026-11-12", UNANSWERED):
        played.on(day)


def test_who_did_not_decide_is_not_asked_under_another_name(played: Played) -> None:
    """The notice named the head: the letter in her name is put to nobody else, and the office hears what is needed."""
    unanswered(played)
    assert [code.approver for code in played.school.in_hand().codes] == ["head"]
    assert "Who decided\nMrs Anita Hollis, Headteacher" in played.school.letter_text()
    told = played.school.newest("notice", REF).text
    assert "B3 cannot be printed in the name of Mr Peter Quayle." in told
    assert "who has not answered" in told
    assert "promise_change" in told
    assert "may not approve B3" in played.type("approve", REF, "--by", "Mr Quayle").err


def handed_on(played: Played) -> None:
    """The office says why somebody else decides, and the chair is asked in the letter's own words."""
    unanswered(played)
    assert played.supplies("B3", promise_change=WHY).code == 0
    played.on(UNANSWERED)


def test_who_is_asked_instead_decides_in_their_own_name(played: Played) -> None:
    """The letter is printed again: it says who decided, who signs, and why it is not whom the notice named."""
    handed_on(played)
    text = played.sends("Mr Quayle")
    assert "Who decided\nMr Peter Quayle, Chair of Governors" in text
    assert f"said that Mrs Anita Hollis, Headteacher would decide. {WHY}" in text
    assert played.school.case().last_posted.approver == "alternate"  # type: ignore[union-attr]


def test_a_letter_in_another_name_is_taken_back_first(played: Played) -> None:
    """The head is back: she cannot approve what the chair decided, but she can have it printed in her name."""
    handed_on(played)
    refused = played.type("approve", REF, "--by", "Mrs Hollis").err
    assert "B3 is in the name of Mr Peter Quayle" in refused
    assert played.type("return", REF, "--note", "I sign it", "--by", "Mrs Hollis").code == 0
    assert played.type("draft", REF, "--letter", "B3", "--by", "Mrs Binns").code == 0
    assert "Who decided\nMrs Anita Hollis, Headteacher" in played.sends("Mrs Hollis")


def test_a_day_that_has_passed_blocks_the_draft(played: Played) -> None:
    """The draft was not approved before the play: it is not written again for a day that is over."""
    confirmed(played)
    played.chooses("B7", "Mrs Hollis")
    played.supplies("B7", **VISIT)
    played.on("2026-12-16")
    blocked = played.school.case().blocked
    assert blocked is not None
    assert blocked.missing == ("event_on",)
    assert "Tuesday 15 December 2026 has passed." in blocked.what


def test_an_answer_to_a_bar_leads_to_its_review(played: Played) -> None:
    """What the adult says is for the review: a visit is never what the program proposes."""
    confirmed(played)
    played.type("answer", REF, "representations", "--summary", "asks to come back", "--by", "Mrs Binns")
    options = played.type("case", REF, "--json").json["next"]["options"]
    assert (options[:2], set(options[2:]) >= {"B7", "B8"}) == (["B6", "B5"], True)


def test_a_late_review_says_that_it_is_late(played: Played) -> None:
    """The adult was told a day; the letter does not pass over it."""
    confirmed(played)
    promised = played.review
    played.on("2027-02-10")
    assert promised < played.day
    assert "OVERDUE" in played.type("case", REF).out
    text = played.writes("B6", "Mrs Lake", **RETURNED)
    assert "We said that this review would be made by" in text


def test_a_breach_after_the_end_is_not_written_about(played: Played) -> None:
    """A letter does not ask anybody to keep away until a day that is over."""
    confirmed(played)
    played.on("2027-04-20")
    played.chooses("B8", "Mrs Hollis")
    said = played.supplies("B8", **BREACH)
    assert "in_force_until" in said.out + said.err
    assert played.school.case().in_hand is None


def test_a_bar_that_is_over_is_put_on_record_and_not_reviewed(played: Played) -> None:
    """Months later nobody asks for its review: the letter that ends it is all that is offered."""
    confirmed(played)
    played.on(played.school.case().measures[-1].dates["ends_on"].isoformat())
    assert "OVERDUE" in played.type("case", REF).out
    played.on("2027-06-30")
    view = played.type("case", REF, "--json").json
    assert (view["promises"], view["next"]["options"][0], "B5" in view["next"]["options"]) == (
        [],
        "B6",
        False,
    )
    assert "so there is nothing left to make longer" in played.chooses("B5", "Mrs Lake").err
    assert "B3 ended on" in view["next"]["why"]
    reminded = played.school.newest("reminder", REF).text
    assert "B3 has ended: put that on record" in reminded
    assert "made by Mrs Dinah Lake" in played.writes("B6", "Mrs Lake", **RETURNED)


def with_words(played: Played, old: str, new: str) -> str:
    """What is said of the draft in hand as somebody saves it from Word with these words written over."""
    file = played.school.folder / "edited.docx"
    kept_whole = old.replace(" ", NO_BREAK_SPACE).replace(f",{NO_BREAK_SPACE}", ", ")
    file.write_bytes(rewritten(played.school, (old, new), (kept_whole, new)))
    said = played.type("draft", REF, "--letter", "B3", "--by", "Mrs Binns", "--file", str(file))
    return said.out + said.err


@pytest.mark.parametrize(
    ("says", "old", "new"),
    [
        ('no longer says "Mrs Dinah Lake, Governor"', "Mrs Dinah Lake, Governor", "a governor"),
        ("The draft is signed by Mrs Anita Hollis", "Mrs Anita Hollis", "Mr Imran Sadiq"),
        ("", "The risk", "The danger"),
    ],
)
def test_an_edited_file_keeps_what_the_letter_promises(played: Played, says: str, old: str, new: str) -> None:
    """Another reviewer is given as a field, and another signer by the policy; other words are free."""
    played.chooses("B3", "Mrs Hollis")
    played.supplies("B3", **{**DECISION, "reviewer": LAKE, "decision_reason": "The risk remains."})
    before = played.school.in_hand().version
    said = with_words(played, old, new)
    assert says in said
    assert played.school.in_hand().version == before + (0 if says else 1)
