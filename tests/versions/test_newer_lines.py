"""A line of a newer program stops its own case with a clear message, and no other; a school's own log stops all."""

from pathlib import Path

import pytest
from desk.terminal import Said, Terminal
from office import DUNN_MAIL, Rehearsal
from prepared import prepared, reported_school
from sweeps import each
from versions.newer import NEWER, append_newer

STOPPED, OTHER = "2026-0001", "2026-0002"
OKORO = ("Mr Emeka Okoro", "Ada Okoro, 2A")
NEWER_WORDS = "written by a newer Letterladder"


def two_cases(tmp_path: Path) -> Rehearsal:
    """Two adults, each with a first letter that waits for the head's approval."""
    return prepared(_two_cases, tmp_path)


def _two_cases(folder: Path) -> Rehearsal:
    school = reported_school(folder)
    school.report(*OKORO)
    assert school.office.cases.refs() == [STOPPED, OTHER]
    return school


def stop(school: Rehearsal, how: str = "a new kind") -> Path:
    """The first case's log ends with a line of a newer program; its file."""
    log = school.folder / "data" / "cases" / STOPPED / "case.log"
    append_newer(log, NEWER[how])
    return log


class Desk:
    """The school with a stopped case, and a terminal on its day."""

    def __init__(self, school: Rehearsal, capsys: pytest.CaptureFixture[str]) -> None:
        self.school = school
        self._terminal = Terminal(school.folder, capsys)

    def types(self, *words: str, on_day: bool = True) -> Said:
        """Type a command on the school's day, or one that knows no day."""
        day = ("--today", self.school.clock.today().isoformat()) if on_day else ()
        return self._terminal.type(*words, *day)


@pytest.fixture
def desk(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Desk:
    """Somebody at the terminal of a school with one stopped case."""
    school = two_cases(tmp_path)
    stop(school)
    return Desk(school, capsys)


def says_newer(said: Said) -> bool:
    """Whether a person is told what is wrong, and not by a traceback."""
    return NEWER_WORDS in said.out + said.err and "Traceback" not in said.out + said.err


@pytest.mark.parametrize("how", each(4, [*NEWER]))
def test_a_round_names_the_stopped_case_and_goes_on(
    how: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whatever is new in the line: the other case's letter is approved, printed and posted."""
    desk = Desk(two_cases(tmp_path), capsys)
    log = stop(desk.school, how)
    before = log.read_bytes()
    desk.school.press(desk.school.newest("approval", OTHER).links[0], "a.hollis@larkfield.example")
    said = desk.types("round")
    assert (said.code, says_newer(said), STOPPED in said.out) == (1, True, True), said
    assert desk.school.letters(OTHER) == ["L1.1 posting"]
    assert log.read_bytes() == before


def test_deadlines_of_the_other_cases_lapse_and_are_reminded_of(desk: Desk) -> None:
    """Reminders and lapses are no business of the stopped case."""
    desk.school.goes_out(OTHER)
    desk.school.day("2026-11-12")
    assert "ReminderSent" in desk.school.kinds(OTHER)
    desk.school.day("2026-11-13")
    assert "DeadlineLapsed" in desk.school.kinds(OTHER)


def test_an_approval_that_waits_too_long_is_put_to_the_alternate_all_the_same(desk: Desk) -> None:
    """The alternate is asked about the other case's letter."""
    for day in ("2026-11-04", "2026-11-06", "2026-11-10", "2026-11-12"):
        desk.school.day(day)
    assert desk.school.kinds(OTHER).count("ApprovalAsked") > 1


def test_a_further_report_about_another_adult_opens_a_case_with_its_history(desk: Desk) -> None:
    """Looking for earlier cases passes the stopped one over."""
    desk.school.report("Mrs Poppy Vance", "Jude Vance, 1C")
    assert desk.school.office.cases.refs()[-1] == "2026-0003"
    assert "LetterDrafted" in desk.school.kinds("2026-0003")


def test_a_report_about_the_adult_of_the_stopped_case_goes_to_a_person(desk: Desk) -> None:
    """A second ladder must not begin against him unseen."""
    desk.school.report(link="https://www.social.example/posts/4799")
    assert desk.school.office.cases.refs() == [STOPPED, OTHER]
    assert desk.school.verdicts()[-1] == "intray"


def test_a_mail_from_the_adult_of_the_stopped_case_goes_to_a_person(desk: Desk) -> None:
    """It may be the answer that is waited for."""
    desk.school.write(f"Ross Dunn <{DUNN_MAIL}>", "Your letter", "I have taken it down. Sorry.\n")
    desk.school.round()
    assert desk.school.verdicts()[-1] == "intray"


def test_the_list_of_cases_goes_on_and_shows_the_stopped_one(desk: Desk) -> None:
    """The other is there with all it has, the stopped one with why."""
    said = desk.types("cases")
    assert (said.code, says_newer(said)) == (1, True), said
    assert STOPPED in said.out + said.err
    assert "Okoro" in said.out


def test_the_list_as_json_holds_what_can_be_read(desk: Desk) -> None:
    """Scripts get the other cases, and the exit code."""
    said = desk.types("cases", "--json")
    assert said.code == 1
    assert OTHER in [row["ref"] for row in said.json]


def test_the_stopped_case_itself_says_why_it_is_stopped(desk: Desk) -> None:
    """A message with the file and the line, and what to do."""
    said = desk.types("case", STOPPED)
    assert (said.code, says_newer(said), "Use the newest version" in said.err) == (1, True, True), said


def test_verify_names_the_line(desk: Desk) -> None:
    """And finds nothing else."""
    said = desk.types("verify", "--json", on_day=False)
    newer = [one for one in said.json["problems"] if NEWER_WORDS in one["what"]]
    assert (said.code, len(newer), said.json["problems"] == newer) == (1, 1, True), said


@pytest.mark.parametrize("file_format", ["csv", "json"])
def test_a_copy_of_the_register_says_which_case_is_left_out(file_format: str, desk: Desk) -> None:
    """Nobody takes it for the whole register."""
    said = desk.types("export", "--format", file_format, "--for", "panel")
    assert (said.code, says_newer(said), OTHER in said.out) == (1, True, True), said
    assert STOPPED in said.err


def test_a_copy_of_one_sound_case_is_made(desk: Desk) -> None:
    """What was asked for is whole."""
    said = desk.types("export", OTHER, "--format", "csv", "--for", "panel")
    assert (said.code, OTHER in said.out) == (0, True), said


@pytest.mark.parametrize(
    "words",
    [("triage", STOPPED, "--clear"), ("approve", STOPPED), ("answer", STOPPED, "refused", "--summary", "x")],
)
def test_nobody_writes_behind_a_line_that_is_not_understood(words: tuple[str, ...], desk: Desk) -> None:
    """A command on the stopped case is refused with the reason."""
    log = desk.school.folder / "data" / "cases" / STOPPED / "case.log"
    before = log.read_bytes()
    said = desk.types(*words)
    assert (said.code, says_newer(said), log.read_bytes() == before) == (1, True, True), said


def test_the_morning_counts_come_all_the_same(desk: Desk) -> None:
    """Silence would say that the program has stopped."""
    text = (desk.school.folder / "school.toml").read_text(encoding="utf-8")
    (desk.school.folder / "school.toml").write_text(
        text.replace("heartbeat = false", "heartbeat = true"), encoding="utf-8"
    )
    desk.types("round")
    assert [mail for mail in desk.school.sent_mails() if "This morning's counts" in mail.subject]


def test_the_review_of_kept_cases_goes_on(desk: Desk) -> None:
    """The stopped case is named, the other is listed."""
    said = desk.types("retention", "list")
    assert (said.code, says_newer(said), OTHER in said.out) == (1, True, True), said


MAIL = {"kind": "MailPutAside", "mailbox": "inbox", "key": "0001.eml:1"}


@pytest.mark.parametrize("how", ["a new kind", "a new format", "a new field"])
def test_nothing_is_taken_where_the_log_of_mails_is_newer(
    how: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Which mails are known cannot be told, so all of them stay where they are, and a person is told."""
    desk = Desk(two_cases(tmp_path), capsys)
    append_newer(desk.school.folder / "data" / "ledger" / "mails.log", NEWER[how], MAIL)
    name = desk.school.deliver(b"From: x@elsewhere.example\r\nSubject: new\r\n\r\nwords\r\n")
    said = desk.types("round")
    assert (said.code, says_newer(said)) == (1, True), said
    assert (desk.school.folder / "inbox" / name).is_file()
    assert desk.school.office.cases.refs() == [STOPPED, OTHER]


@pytest.mark.parametrize("words", [("mails",), ("intray",), ("verify",)])
def test_what_reads_a_newer_log_of_mails_says_so(
    words: tuple[str, ...], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A sentence and no traceback."""
    desk = Desk(two_cases(tmp_path), capsys)
    append_newer(desk.school.folder / "data" / "ledger" / "mails.log", NEWER["a new kind"], MAIL)
    said = desk.types(*words, on_day=False)
    assert (said.code, says_newer(said)) == (1, True), said


REQUEST = {
    "kind": "RequestReceived",
    "number": "R-2026-002",
    "about": "sar",
    "received": "2026-11-02",
    "due": "2026-12-02",
    "rule": "x",
}


def new_sort(line: dict[str, dict[str, str]]) -> None:
    """A request of a sort that this program does not know."""
    line["event"] = {**REQUEST, "about": "portability"}


@pytest.mark.parametrize(
    "how", each(4, [new_sort, NEWER["a new kind"], NEWER["a new format"], NEWER["a new field"]])
)
def test_a_newer_log_of_requests_is_told_and_stops_no_case(
    how: object, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The clocks of requests stand still until the right program runs; letters go on."""
    desk = Desk(two_cases(tmp_path), capsys)
    assert desk.types("request", "record", "sar", "--received", "2026-11-02").code == 0
    append_newer(desk.school.folder / "data" / "ledger" / "requests.log", how, REQUEST)  # type: ignore[arg-type]
    assert says_newer(desk.types("requests"))
    desk.school.press(desk.school.newest("approval", OTHER).links[0], "a.hollis@larkfield.example")
    said = desk.types("round")
    assert (said.code, says_newer(said), desk.school.letters(OTHER)) == (1, True, ["L1.1 posting"]), said
