"""Today: what waits for whoever is looking."""

from pathlib import Path

from desk_browser import Browser
from office import Rehearsal
from prepared import reported_school


def test_a_letter_waits_for_the_head_alone(tmp_path: Path) -> None:
    """The head is asked to read and decide; the office is not."""
    school = reported_school(tmp_path)
    head = Browser(school, "head")
    assert "Read and decide" in head.open().text
    assert "Approve this letter" in head.open(head.open().tree.xpath("//main//li/a/@href")[0]).text
    assert "Nothing is waiting for you" in Browser(school, "office").open().text


def test_danger_comes_first_and_only_to_whom_it_waits_for(tmp_path: Path) -> None:
    """A threat waits for the DSL, above everything else."""
    school: Rehearsal = reported_school(tmp_path)
    school.write(
        "Tom Lowell <t.lowell@larkfield.example>",
        "please read",
        "Callum Reid (Milo in 2P) wrote on Facebook: I will be at that gate tomorrow and I am going to kill you Lowell",
    )
    school.round()
    page = Browser(school, "dsl").open()
    first = page.tree.xpath("//main//li")[0].text_content()
    assert "Danger" in first
    assert "Danger" not in Browser(school, "head").open().text


def test_a_flood_is_said_to_whoever_reads_the_mailbox_on_its_day(tmp_path: Path) -> None:
    """At the top of Today and on How it is, in the words of a page; not to the head, who reads no mailbox."""
    school: Rehearsal = reported_school(tmp_path)
    for number in range(20):
        school.write(f"s{number}@elsewhere.example", "hi", f"I will kill that teacher at the gate, {number}.")
    school.round()
    dsl = Browser(school, "dsl")
    said = "8 alerts were told together. Do not go by the emails alone: look now at the in-tray and"
    assert said in " ".join(dsl.open().text.split())
    assert "8 alerts were told together" in dsl.open("/how-it-is").text
