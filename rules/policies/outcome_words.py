"""How an answer, and the result of an appeal, are said to whoever records them."""

from ..words import Outcome

OUTCOME_WORDS = {
    Outcome.REMOVED: "They removed what was asked for",
    Outcome.AGREED: "They agreed to what was asked",
    Outcome.STOPS: "They stopped, or said that they will",
    Outcome.APOLOGY: "They apologised",
    Outcome.REPRESENTATIONS: "They sent comments or representations",
    Outcome.REFUSED: "They refused",
    Outcome.CONTINUES: "They refused, and it goes on",
    Outcome.GOES_ON: "It goes on, and they have refused nothing",
    Outcome.DECLINED: "They declined",
    Outcome.NO_MEETING: "They refuse to meet",
    Outcome.ATTENDED: "They came to the meeting",
    Outcome.ABSENT: "They did not come to the meeting",
    Outcome.COMPLAINT: "They made a complaint",
    Outcome.APPEALS: "They appeal",
    Outcome.UNDELIVERED: "The letter came back undelivered",
    Outcome.OTHER: "Something else",
}
"""All that may be recorded as an answer, as the office is asked for it."""

RESULT_WORDS = {
    Outcome.UPHELD: "The appeal was upheld",
    Outcome.PARTLY: "The appeal was upheld in part",
    Outcome.DISMISSED: "The appeal was dismissed",
    Outcome.WITHDRAWN: "The appeal was withdrawn",
}
