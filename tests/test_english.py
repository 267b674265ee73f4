"""All that a person reads is written as an English school office writes it, and cites no paper that is not here."""

import ast
import io
import re
import tokenize
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from fnmatch import fnmatch
from functools import cache
from pathlib import Path

import pytest
from test_layout import ROOT, name, nodes_of, our_files

LISTED = tomllib.loads((ROOT / "tests" / "english_words.toml").read_text(encoding="utf-8"))
SQL = re.compile(r"\s*(?:SELECT|INSERT|UPDATE|DELETE|CREATE|PRAGMA|ATTACH|FROM|WHERE|AND)\b")
ARGUMENT = re.compile(r"^[ \t]+\*{0,2}\w+(?:, \w+)*:(?=[ \n]|$)", re.M)
CODE = re.compile(
    r"```.*?```|``[^`]*``|`[^`]*`|\{\{.*?\}\}|\{%.*?%\}|https?://\S+|\]\([^)]*\)|\[/?mail[.\w]*\]|\"mails?\"|'mails?'"
    r"|\bfile MAIL\b|letterladder(?: --config \S+)? \w+[^\n]*|--method mail\b|by-hand, mail\b|<[a-z][^<>\n]*>"
    r"|[\w.]*[/_=@][\w./=@-]*|--\w+|\bmails?\.\w+|\bmail-\w[\w-]*",
    re.S,
)
CITED = re.compile(
    r"\b(?:[Dd]omain|[Dd]esign|letters|deadlines|mail|desk|seeds|servers|layout|stack|style),?"
    r" (?:(?:section|sections|promise|promises|point) )?\d[\d.]*(?!\w)|\b[Pp]romises? \d+"
)
PROSE = (".py", ".md", ".j2", ".toml", ".service", "Makefile")
"""Files in which a person reads; the data of tests and the locks are most of our texts."""
PAPER = re.compile(r"(?<![\w/.*-])(?:[\w.-]+/)*[\w-]+\.md\b")


@dataclass(frozen=True)
class Listed:
    """One word of the list: what it looks like, what to write instead, and the turns in which it stays."""

    word: re.Pattern[str]
    write: str
    but: re.Pattern[str]


def listed() -> list[Listed]:
    """The words of english_words.toml."""
    never = r"(?!)"
    return [
        Listed(
            word=re.compile(rf"(?<![\w-])(?:{row['word']})(?![\w-])", re.I),
            write=row["write"],
            but=re.compile("|".join(row.get("but", [])) or never, re.I),
        )
        for row in LISTED["words"]
    ]


WORDS = listed()
ANY = re.compile("|".join(rf"(?:\b|(?=\W))(?:{row['word'].lower()})" for row in LISTED["words"]))
"""Any of the words in a text in small letters, at a beginning: most texts hold none, and this is seen quickly."""


MAY_SAY = re.compile(f"{ANY.pattern}|{CITED.pattern.lower()}|{PAPER.pattern}")
"""A listed word or a citation."""


def blanked(text: str, *patterns: re.Pattern[str]) -> str:
    """The text with what these patterns find as spaces, every other character in its place."""
    for pattern in patterns:
        text = pattern.sub(lambda found: re.sub(r"\S", " ", found[0]), text)
    return text


def may_hold(file: str) -> bool:
    """Whether `passages` finds anything in a file of this name."""
    return file.endswith(PROSE) and not is_listed(file, "files")


def is_listed(file: str, key: str) -> bool:
    """Whether the list leaves out this file, or its strings."""
    return any(fnmatch(file, pattern) for pattern in LISTED["not_prose"][key])


def comments(source: str) -> Iterator[tuple[int, str]]:
    """Line and text of each comment of a Python file; none where no line with a # can say anything."""
    if not any("#" in line and MAY_SAY.search(line.lower()) for line in source.split("\n")):
        return
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type == tokenize.COMMENT:
            yield token.start[0], token.string


def strings(source: str, *, messages: bool) -> Iterator[tuple[int, str]]:
    """Line and text of each docstring, and of each string that holds words and is neither raw nor SQL."""
    lines = source.split("\n")
    nodes = nodes_of(source)
    said = {id(node.value) for node in nodes if isinstance(node, ast.Expr)}
    for node in nodes:
        if not isinstance(node, ast.Constant) or not isinstance(node.value, str):
            continue
        if id(node) in said:
            yield node.lineno, blanked("\n".join(lines[node.lineno - 1 : node.end_lineno]), ARGUMENT)
        elif messages and " " in node.value.strip() and not SQL.match(node.value):
            opening = lines[node.lineno - 1].encode()[node.col_offset :][:3].lower()
            if b"r" not in opening.split(b'"')[0].split(b"'")[0]:
                yield node.lineno, node.value


def indented_code(text: str) -> str:
    """Markdown without its indented blocks; lines of a list that go on are not blocks."""
    made, in_list = [], False
    for line in text.split("\n"):
        in_list = bool(re.match(r"\s*(?:[-*]|\d+\.) ", line)) or (in_list and bool(line.strip()))
        made.append("" if line.startswith("    ") and not in_list else line)
    return "\n".join(made)


def hashed(text: str) -> Iterator[tuple[int, str]]:
    """Line and text of what comes after a # in a TOML file or a Makefile; settings that are switched off are none."""
    for number, line in enumerate(text.split("\n"), 1):
        found = re.search(r"(?:^|\s)#+ (?!\[?[\w.]+\]?\s*(?:=|$))(.*)", line)
        if found:
            yield number, found[1]


def passages(file: str, text: str) -> Iterator[tuple[int, str]]:
    """Line and text of all that a person reads in this file; of tests the docstrings and comments alone."""
    if not may_hold(file):
        return
    if file.endswith(".py"):
        messages = not file.startswith("tests/") and not is_listed(file, "strings")
        yield from strings(text, messages=messages)
        yield from comments(text)
    elif file.endswith(".md"):
        yield 1, indented_code(text)
    elif file.endswith(".j2"):
        yield 1, text
    elif file.endswith((".toml", ".service", "Makefile")):
        yield from hashed(text)


def faults(file: str, text: str) -> Iterator[str]:
    """Each listed word in what a person reads: file, line, the word, and what to write instead."""
    if not may_hold(file) or not ANY.search(text.lower()):
        return
    for line, passage in passages(file, text):
        plain = blanked(passage, CODE) if ANY.search(passage.lower()) else ""
        for row in (one for one in WORDS if one.word.search(plain)):
            for found in row.word.finditer(blanked(plain, row.but)):
                where = line + plain.count("\n", 0, found.start())
                yield f'{file}:{where}: "{found[0]}"; write: {row.write}'


def citations(file: str, text: str, papers: frozenset[str]) -> Iterator[str]:
    """Each citation of a paper that is not in the repository."""
    if not may_hold(file) or (not PAPER.search(text) and not CITED.search(text)):
        return
    for line, passage in passages(file, text):
        names = [found for found in PAPER.finditer(passage) if not is_paper(found[0], papers)]
        for found in [*CITED.finditer(blanked(passage, re.compile(r"`[^`]*`"))), *names]:
            where = line + passage.count("\n", 0, found.start())
            yield f'{file}:{where}: "{found[0]}" is not in the repository; name the source of the rule itself'


def is_paper(cited: str, papers: frozenset[str]) -> bool:
    """Whether a paper of this name is in the repository."""
    named = cited.removeprefix("./").removeprefix("../")
    return any(f"/{paper}".endswith(f"/{named}") for paper in papers)


def papers() -> frozenset[str]:
    """All papers of the repository, by their paths."""
    return frozenset(name(file) for file in our_files() if file.suffix == ".md")


@cache
def texts() -> list[tuple[str, str]]:
    """All that we wrote: its name and text."""
    return [(name(file), file.read_text(encoding="utf-8")) for file in our_files()]


def test_words_are_those_of_a_school_office() -> None:
    """Nobody reads "a mail", "anew", or "it stands in the log"."""
    found = [fault for file, text in texts() for fault in faults(file, text)]
    assert not found, "\n".join(["", *found[:40], f"{len(found)} in all"])


def test_no_paper_is_cited_that_is_not_here() -> None:
    """A rule names where it comes from: a law, a guidance, a school's policy; a page of the repository exists."""
    there = papers()
    found = [fault for file, text in texts() for fault in citations(file, text, there)]
    assert not found, "\n".join(["", *found])


@pytest.mark.parametrize(
    ("file", "text", "said"),
    [
        (
            "rules/a.py",
            '"""Reads a mail."""\n',
            'rules/a.py:1: "mail"; write: email (by email) or post (by post)',
        ),
        ("rules/a.py", "X = 1  # Mended.\n", 'rules/a.py:1: "Mended"; write: fix, put right or correct'),
        (
            "rules/a.py",
            'X = "Draft it anew."\n',
            'rules/a.py:1: "anew"; write: again; rebuilt, restarted, retyped',
        ),
        ("rules/a.py", 'X = f"{1} speaks of {2} now"\n', 'rules/a.py:1: "speaks of"; write: mentions'),
        ("rules/a.py", '"""One.\n\nIt stands in\nthe log.\n"""\n', 'rules/a.py:3: "stands in'),
        ("tests/a.py", '"""The first signs."""\n', 'tests/a.py:1: "first signs"; write: characters'),
        ("docs/a.md", "# A\n\nSent by e-mail.\n", 'docs/a.md:3: "e-mail"; write: email'),
        ("docs/a.md", "- one\n    and the adult himself\n", 'docs/a.md:2: "the adult himself"; write: they'),
        (
            "letter_templates/a.j2",
            "Look whether\n",
            'letter_templates/a.j2:1: "Look whether"; write: check whether',
        ),
        ("config/a.toml", "a = 1  # once more\n", 'config/a.toml:1: "once more"; write: again'),
    ],
)
def test_a_listed_word_is_named(file: str, text: str, said: str) -> None:
    """With file, line, word and what to write, wherever a person reads it."""
    found = list(faults(file, text))
    assert len(found) == 1, found
    assert found[0].replace("\n", " ").startswith(said)


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("rules/a.py", '"""The `mail` of `[mail.in]`.\n\n    Args:\n        mail: the bytes.\n    """\n'),
        ("rules/a.py", 'mail = f"{mail} {mails} ledger/mails.log"\n'),
        ("rules/a.py", 'X = "mail"\nY = r"a mail (came|went)"\nZ = "SELECT row FROM mails"\n'),
        ("rules/a.py", '"""The mail server signs a letter; signs of a machine; Royal Mail."""\n'),
        ("rules/a.py", '"""A number that stands for all; nothing stands in the way."""\n'),
        ("tests/a.py", 'REPORT = "I got your mail, and he lies in it."\n'),
        ("mailbox/form.py", 'LABELS = ["your mail address"]\n'),
        ("docs/a.md", "Type `mails`:\n\n    letterladder mails\n\n```\nmail anew\n```\n"),
        ("letter_templates/a.j2", "Case {{ mail }}\n  letterladder file MAIL --to new\n"),
        ("config/a.toml", '[mail]\nmail = "mail"\n# [mail.in]\n# mail = "a mail"\n'),
        ("letter_templates/report-form.txt", "Your mail\n"),
    ],
)
def test_what_is_not_prose_is_left(file: str, text: str) -> None:
    """Commands, keys, fields, file names, patterns, queries, invented emails and the turns that are right."""
    assert not list(faults(file, text))


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        ('"""Rounds up (domain, 7.7)."""\n', "domain, 7.7"),
        ('"""Never (design, promises 5 and 7)."""\n', "design, promises 5"),
        ('"""Promise 7: nobody is named."""\n', "Promise 7"),
        ('"""See letters.md."""\n', "letters.md"),
        ('"""Domain, section 2, point by point."""\n', "Domain, section 2"),
    ],
)
def test_a_paper_that_is_not_here_is_named(text: str, cited: str) -> None:
    """Whether by its name, by a point in it, or by the number of a promise."""
    found = list(citations("rules/a.py", text, frozenset({"docs/policies.md"})))
    assert [cited in one for one in found] == [True], found


@pytest.mark.parametrize(
    "text",
    [
        '"""See docs/policies.md, and policies.md."""\n',
        '"""Section 547 of the Education Act 1996; RFC 4954, section 4."""\n',
        '"""A broken promise is an exception."""\n',
    ],
)
def test_a_source_that_anybody_can_read_is_left(text: str) -> None:
    """A law, a standard, a page of the repository."""
    assert not list(citations("rules/a.py", text, frozenset({"docs/policies.md"})))


def test_the_list_names_files_that_are_there() -> None:
    """A file that was moved would be read as prose, or never."""
    there = [name(file) for file in our_files()]
    listed_files = [pattern for key in ("strings", "files") for pattern in LISTED["not_prose"][key]]
    assert [pattern for pattern in listed_files if not any(fnmatch(file, pattern) for file in there)] == []


def test_no_word_is_offered_that_is_listed() -> None:
    """What to write instead is itself right."""
    assert not [
        row.write for row in WORDS for other in WORDS if other.word.search(blanked(row.write, other.but))
    ]


def test_the_root_is_read() -> None:
    """The texts that people read first are among those looked at."""
    there = {file for file, _ in texts()}
    assert {
        "README.md",
        "CONTRIBUTING.md",
        "Makefile",
        "letter_templates/approval.j2",
        "desk/cli.py",
    } <= there
    assert Path(__file__).is_relative_to(ROOT)
