"""Ringing beside the email: somebody is told that something urgent waits, and not what."""

from ..ground.errors import LetterladderError
from .office import Office, Tally


def ring_for(office: Office, tally: Tally, alerts: int) -> None:
    """Ring for these alerts, which have left by email; that it did not ring is said, and keeps nothing back."""
    if office.bell is None or not alerts:
        return
    try:
        office.bell.ring(words(office.school.name, alerts))
    except LetterladderError as error:
        tally.problems.extend(error.problems)


def words(school: str, alerts: int) -> str:
    """What is told: which school, and that somebody must read. No name, no case, no subject."""
    many = "An urgent email waits" if alerts == 1 else f"{alerts} urgent emails wait"
    return f"Letterladder, {school}: {many} for you. Please read your email now, or sign in at the desk."
