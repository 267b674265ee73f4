"""The forms by which people act on a case, as fields with their labels; what is typed in them is never thrown away."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from govuk_frontend_wtf.wtforms_widgets import (
    GovCheckboxesInput,
    GovCheckboxInput,
    GovRadioInput,
    GovSelect,
    GovTextArea,
    GovTextInput,
)
from wtforms import (  # type: ignore[attr-defined]
    BooleanField,
    Form,
    RadioField,
    SelectChoice,
    SelectField,
    SelectMultipleField,
    StringField,
    TextAreaField,
)
from wtforms.validators import InputRequired, Optional, ValidationError

from ...ground.english import uk_date
from ...rules.texts.typed_dates import typed_day
from ...rules.words import Channel, HoldFor, Method
from .people_meant import adult_meant, pupils_meant
from .visiting import visit

CHANNELS = {
    Channel.MAIL: "By email",
    Channel.PHONE: "By phone",
    Channel.LETTER: "By letter",
    Channel.MEETING: "In person or at a meeting",
}
HOLDS = {
    HoldFor.POLICE: "The police",
    HoldFor.SOCIAL_CARE: "Children's social care",
    HoldFor.LEGAL: "Legal advisers",
    HoldFor.HEAD: "The head",
    HoldFor.SIGNER: "Somebody who says that what is recorded in their name was not them",
}
METHODS = {
    Method.FIRST_CLASS: "First class post",
    Method.SECOND_CLASS: "Second class post",
    Method.BY_HAND: "By hand",
    Method.MAIL: "Email",
}


class DayField(StringField):
    """A day as people type it; `day` is what was meant, None where the field may be empty and is."""

    widget = GovTextInput()
    day: date | None = None

    def __init__(self, label: str, *, ahead: bool = False, needed: bool = True, **more: Any) -> None:
        super().__init__(
            label, validators=[InputRequired("Say on which day.") if needed else Optional()], **more
        )
        self._ahead = ahead

    def post_validate(self, form: Any, validation_stopped: bool) -> None:
        """Read the day. Of a field that is not a day, say how to type one."""
        del form
        if validation_stopped or not self.data:
            return
        found = typed_day(self.data, visit().today, ahead=self._ahead)
        if found.doubt:
            raise ValidationError(found.doubt)
        self.day = found.day

    @property
    def told(self) -> str:
        """The day that was understood, shown back; "" for none."""
        return uk_date(self.day) if self.day else ""


def choices_of(pairs: Iterable[tuple[str, str]]) -> list[Any]:
    """What may be chosen: each value with what the page calls it."""
    return [SelectChoice(value=value, label=label) for value, label in pairs]


def words(label: str, *, needed: str = "", hint: str = "", **more: Any) -> Any:
    """Some lines of words; `needed` says what is missing where there are none."""
    validators = [InputRequired(needed)] if needed else []
    return TextAreaField(label, validators=validators, widget=GovTextArea(), description=hint, **more)


def line(label: str, *, needed: str = "", hint: str = "") -> Any:
    """One line of words."""
    validators = [InputRequired(needed)] if needed else []
    return StringField(label, validators=validators, widget=GovTextInput(), description=hint)


def tick(label: str, hint: str = "") -> Any:
    """One box to tick."""
    return BooleanField(label, widget=GovCheckboxInput(), description=hint)


def one_of(label: str, choices: Any = (), *, needed: str = "Choose one.", hint: str = "") -> Any:
    """One of a few."""
    return RadioField(
        label,
        choices=choices_of(choices),
        validators=[InputRequired(needed)],
        widget=GovRadioInput(),
        description=hint,
    )


class AnswerForm(Form):
    """What the adult answered."""

    outcome = one_of("What did they do?", needed="Say what they did.")
    channel = one_of("How did it reach the school?", CHANNELS.items(), needed="Say how it came.")
    letter = one_of("Which letter is it an answer to?", needed="Say which letter it answers.")
    on = DayField("On which day?", default="today", description="For example today, yesterday or 12/11")
    summary = words(
        "What was said, in a few words",
        needed="Say what was said.",
        hint="Facts only; the adult may read this.",
    )


class DecideForm(Form):
    """What comes next."""

    step = one_of("What comes next?", needed="Choose what comes next.")
    reason = words("Why?", needed="Every decision has a reason.", hint="It is kept in the register.")


class HoldForm(Form):
    """Who asked that nothing goes out."""

    hold_for = one_of("Who asked for it?", HOLDS.items(), needed="Say who asked for it.")
    note = words("Why?", hint="For example who rang, and when.")


class ReleaseForm(Form):
    """The hold is over."""

    note = words("Who agreed?", hint="For example the officer's name and the day.")


class ReopenForm(Form):
    """Take a closed case up again."""

    reason = words("Why?", needed="A case can be taken up again only with a reason.")


class NotPostedForm(Form):
    """The letter did not go out."""

    note = words("Why not?", hint="The letter is drafted again.")


class TakeForm(Form):
    """Somebody has the alert."""


class PostedForm(Form):
    """One letter went into the post."""

    on = DayField("On which day did it go?", default="today", description="For example today or 12/11")
    method = SelectField(
        "How did it go?",
        choices=choices_of([("", "As it was prepared"), *METHODS.items()]),
        widget=GovSelect(),
    )
    proof = line("Proof of posting", hint="The number of a certificate, or who took it.")
    late = tick("It left later than the date printed in it")


class DoneForm(Form):
    """An action was carried out."""

    step = SelectField("What was done?", validators=[InputRequired("Say what was done.")], widget=GovSelect())
    on = DayField("On which day?", default="today", description="For example today or 12/11")
    reference = line(
        "Reference", hint="For example a crime reference or the number of a report to a platform."
    )
    follow_up = DayField(
        "When should somebody look again?",
        ahead=True,
        needed=False,
        description="Leave it empty for the day that the policy says.",
    )
    result = SelectField("How did the appeal end?", widget=GovSelect())
    outcome = words("What came of it?")
    out_of_order = words(
        "If the policy did not allow it yet: why was it done all the same?",
        hint="Leave it empty where it was in order. Else it is recorded, and does not count as the policy's step.",
    )
    may_tell = line(
        "Who agreed that the adult may be told of it?",
        hint="Of a report to the police or the local authority, for example. Until then no letter says so.",
    )


class ConsultedForm(Form):
    """Somebody was consulted about a step."""

    asked = SelectField(
        "Who was consulted, and about what?",
        validators=[InputRequired("Say who was consulted.")],
        widget=GovSelect(),
    )
    on = DayField("On which day?", default="today", description="For example today or 12/11")
    result = words("What did they say?")


class SheetForm(Form):
    """The sheet of an action."""

    step = SelectField("Which sheet?", validators=[InputRequired("Say which sheet.")], widget=GovSelect())


class WaiveForm(Form):
    """What the policy requires is set aside."""

    rule = one_of("What is set aside?", needed="Choose what is set aside.")
    reason = words("Why?", needed="What the policy requires can be set aside only with a reason.")


class CorrectForm(Form):
    """A line of the history is wrong."""

    line = line("Number of the line", needed="Say which line.", hint="The history has the numbers.")
    what = words("What is right?", needed="Say what is right.")
    posted_on = DayField(
        "For a posting: the day on which it really went",
        needed=False,
        description="Leave it empty for anything else.",
    )
    no_answer = tick("For an answer: it was none")


class TriageForm(Form):
    """What a case is about."""

    adult = line("The adult", hint="Their number in the register, or their name.")
    pupils = line("Pupils", hint="Numbers or names, with commas between them.")
    conduct = SelectMultipleField("What happened?", widget=GovCheckboxesInput())
    ladder = SelectField("Which ladder of the policy does it go up?", widget=GovSelect())
    clear = tick("The case may go on", "This also ends an alert.")
    alternate = tick("The usual approver is the target or a witness: somebody else decides")
    note = words("Why?")
    adult_id: str = ""
    pupil_ids: tuple[str, ...] = ()

    def validate_adult(self, field: StringField) -> None:
        """Find whom the name or number means."""
        self.adult_id = adult_meant(visit().people, field.data or "")

    def validate_pupils(self, field: StringField) -> None:
        """The same for the pupils."""
        self.pupil_ids = pupils_meant(visit().people, field.data or "")
