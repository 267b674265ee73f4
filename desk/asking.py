"""Questions in a terminal: Enter takes what is offered, and one may leave at any time."""

import sys
from datetime import date

from ..config.setup_file import Answer
from ..config.setup_questions import Question, Sort
from ..ground.errors import LetterladderError
from .cli_common import clean, say, show_problems
from .setting_up import answer_of

LEAVE = "leave"


class Left(Exception):
    """Whoever answers has had enough for now; what was answered is kept."""


class Asking:
    """Asks on standard output, and reads the answers from standard input."""

    def typed(self, question: Question, usual: Answer | None) -> Answer | None:
        """What is typed as an answer, or what is offered where nothing is."""
        if question.help:
            say(f"  ({question.help})")
        if question.sort is Sort.CHOICE:
            return self.chosen(question, usual)
        if question.sort is Sort.LINES:
            return self.lines(question, usual)
        shown = f" [{usual}]" if usual not in {None, ""} else ""
        empty = ", '-' for none" if question.may_be_empty and shown else ""
        typed = self.line(f"{question.asks}{shown}{empty}: ")
        if not typed:
            return usual
        if typed == "-" and question.may_be_empty:
            return None
        return answer_of(question, typed)

    def chosen(self, question: Question, usual: Answer | None) -> Answer | None:
        """One of the choices."""
        values = list(question.choices)
        say(f"{question.asks}:")
        for number, value in enumerate(values, start=1):
            words = question.choices[value]
            say(f"  {number:>2}  {words}{' (now)' if value == usual else ''}")
        while True:
            typed = self.line(f"A number{' [Enter: as it is]' if usual in values else ''}: ")
            if not typed and usual in values:
                return usual
            if typed.isdecimal() and 1 <= int(typed) <= len(values):
                return values[int(typed) - 1]
            say(f"Type a number from 1 to {len(values)}.")

    def lines(self, question: Question, usual: Answer | None) -> Answer | None:
        """Several lines, up to an empty one."""
        if isinstance(usual, list):
            say(f"{question.asks} [{', '.join(usual)}], or new lines; an empty line ends it:")
        else:
            say(f"{question.asks}; an empty line ends it:")
        lines = []
        while line := self.line("  > "):
            lines.append(line)
        return answer_of(question, "\n".join(lines)) if lines else usual

    def line(self, asks: str) -> str:
        """What is typed, without spaces around it.

        Raises:
            Left: somebody leaves, or there is nothing more to read.
        """
        sys.stdout.write(clean(asks.lstrip("\n")) if not asks.startswith("\n") else f"\n{clean(asks[1:])}")
        sys.stdout.flush()
        line = sys.stdin.readline()
        if not line or line.strip() == LEAVE:
            say("")
            raise Left
        if not sys.stdin.isatty():
            say("")
        return line.strip()

    def yes(self, asks: str, *, usual: bool) -> bool:
        """Yes or no."""
        while True:
            typed = self.line(f"{asks} [{'Y/n' if usual else 'y/N'}]: ").casefold()
            if not typed:
                return usual
            if typed in {"y", "yes", "n", "no"}:
                return typed.startswith("y")
            say("Type y or n.")

    def simple(self, question: Question, usual: Answer | None) -> Answer | None:
        """An answer that is checked only with the others."""
        while True:
            try:
                answer = self.typed(question, usual)
            except LetterladderError as error:
                show_problems(error.problems)
                continue
            if answer is not None or question.may_be_empty:
                return answer
            say("This is needed.")

    def day(self, question: Question, usual: Answer) -> Answer:
        """A day."""
        while True:
            typed = self.line(f"{question.asks} [{usual}]: ")
            if not typed:
                return usual
            try:
                return date.fromisoformat(typed)
            except ValueError:
                say(f"'{typed}' is not a date; write it as 2026-11-20.")
