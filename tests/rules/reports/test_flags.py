"""What raises a flag, and what must not."""

import pytest
from made_reports import form_report, report

from letterladder.rules.reports.flags import flags_of, spoof_of
from letterladder.rules.texts.report import Report
from letterladder.rules.words import STOPS, Flag


def flags(mail: Report) -> set[Flag]:
    """The kinds of flags seen."""
    return {seen.flag for seen in flags_of(mail)}


@pytest.mark.parametrize(
    "text",
    [
        "Tell that head I am going to kill her",
        "ill smash ur face in if u touch him again",
        "Someone should burn the place down",
        "He said he knows where Miss Trent lives",
        "we will be waiting for you after school at the gates",
        "That woman needs a good slap",
        "He posted that he would bring a knife to parents' evening",
        "Miss Orme is scared to walk to her car",
        "I swear I’ll\nbreak his legs",
        "hope your kids get cancer",
        "You are dead. Monday.",
        "he threatened Mr Lowe in the chat",
        "Watch your back mate",
        "She put “I could happily strangle that teacher”",
        "says he will petrol bomb the school",
        "if i see you in the street you are finished",
        "She says she wants to die and has been cutting herself",
        "I am going to end it all",
        "Nobody would miss that teacher if he was shot",
        "Death threats in the group",
        "he wrote: zabiję ją",
        "Ill snap your neck you slag",
        "wish someone would run her over",
        "He posted my home address and told people to pay me a visit",
        "He has posted a picture of a gun with the head’s name",
        "he is getting it tomorrow at the gates",
    ],
)
def test_danger_is_seen(text: str) -> None:
    """A threat, a weapon, a lying in wait, a wish to die: in anybody's spelling."""
    assert Flag.DANGER in flags(report(text))


@pytest.mark.parametrize(
    "text",
    [
        "Her stepdad hits her when he is drunk",
        "She begged not to go home",
        "the kids were left on their own all night",
        "there are bruises all up his arms",
        "Dad told her it is our little secret and not to tell anyone",
        "She told me he comes into her room at night",
        "Lily said her mum hit her with a belt",
        "he never gets fed at home",
        "Mum locks him in the cupboard",
        "the little one said daddy hurts mummy",
        "Mum leaves them on their own while she goes to work",
        "her dad watches her in the shower",
        "an older man has been grooming her online",
        "there were marks right across the back of her legs, old and new",
    ],
)
def test_a_child_at_risk_is_seen(text: str) -> None:
    """What a child shows or says of home, however mildly the email begins."""
    assert Flag.CHILD_PROTECTION in flags(report(f"A small thing about photographs. {text}. Thank you."))


@pytest.mark.parametrize(
    "text",
    [
        "Mr Poole dragged my daughter across the hall",
        "The TA slapped a boy in Year 2",
        "My son was pushed against a wall by the PE teacher",
        "She says the caretaker is a paedo",
        "A teacher has been texting my daughter late at night",
        "that teacher hit our Josh",
        "staff restrained him so hard that he cried",
    ],
)
def test_an_allegation_about_staff_is_seen(text: str) -> None:
    """A post that says a member of staff hurt or misused a child, be it true or made up."""
    assert Flag.STAFF_ALLEGATION in flags(report(text))


@pytest.mark.parametrize(
    "text",
    [
        "he shared a naked picture of a girl in Year 9",
        "a video of kids in the changing room getting undressed",
        "They have been sending nudes",
        "an upskirt photo",
    ],
)
def test_an_indecent_image_is_seen(text: str) -> None:
    """Nobody opens the attachment of such an email."""
    assert Flag.INDECENT_IMAGE in flags(report(text))


@pytest.mark.parametrize(
    "text",
    [
        "Dead good assembly today",
        "We were killing time before the bus and took pictures",
        "He will shoot some pictures at the fair",
        "I could kill for a straight answer",
        "Our son smashed his SATs",
        "the boys beat them at football",
        "threatening to sue over the raffle",
        "The kids had a bath bomb stall",
        "She posted that the head is useless and lazy",
        "The teacher touched on the topic of my son’s reading",
        "He put up photos of other children at sports day, in swimming costumes",
        "it cost me an arm and a leg",
        "You can bring a knife to cut the cake",
        "Mr Lowe pushed my son to do better in maths",
        "she was locked out of her account",
        "We will hit the road at nine",
        "He attacked the policy in a long post",
        "parents were up in arms about parking",
        "The Year 6 play about a murder mystery was brilliant",
        "The PTA will kick off at six and burn off some energy",
        "The boy in the photo cut his hair",
        "She was touched by the kindness of staff",
        "I will have him ready at eight",
        "we all had to wait outside in the rain with the boys",
        "The teacher grabbed a coffee with my wife",
        "The trip costs a bomb",
        "Mum was beaten in the quiz by the dads",
        "the post says the head should be sacked",
    ],
)
def test_everyday_talk_does_not_alarm(text: str) -> None:
    """An alarm that goes off every day is not heard on the day it matters."""
    assert flags(report(text)) & STOPS == set()


def test_an_everyday_phrase_does_not_hide_a_threat_beside_it() -> None:
    """Only the harmless words themselves are passed over."""
    assert Flag.DANGER in flags(report("I could kill for a coffee. Then I will kill you."))


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        (Flag.SAR, "Please send me all the information you hold about my son"),
        (Flag.SAR, "This is a subject access request"),
        (Flag.SAR, "under the data protection law I want copies of everything with my name"),
        (Flag.FOI, "Under the Freedom of Information Act please tell me how many"),
        (Flag.SOLICITOR, "You will be hearing from my solicitor"),
        (Flag.SOLICITOR, "We act for Mrs Dale"),
        (Flag.COMPLAINT, "I want to make a formal complaint about the uniform"),
        (Flag.COMPLAINT, "I would like to know how to complain"),
        (Flag.APOLOGY, "I am sorry for what I wrote"),
        (Flag.APOLOGY, "I was out of order, it wont happen again"),
        (Flag.REFUSAL, "I will not be taking it down"),
        (Flag.REFUSAL, "No. It’s staying up."),
    ],
)
def test_what_a_sender_asks_or_answers_is_seen(expected: Flag, text: str) -> None:
    """Each starts a clock or a route of its own."""
    assert expected in flags(report(text))


@pytest.mark.parametrize(
    "text",
    [
        "Sorry to bother you on a Sunday",
        "I am sorry to tell you that a mum is being rude online",
        'The post says "I\'ll make a formal complaint and get my solicitor on them"',
        "I have no complaint about the school",
        "He will not be in school on Monday",
    ],
)
def test_politeness_and_quoted_posts_are_no_answers(text: str) -> None:
    """Words inside quotation marks are the post's, not the sender's."""
    assert flags(report(text)) == set()


ANSWERED = (
    "Thank you, I have seen your letter.\n\nOn Fri, 6 Nov 2026 at 10:00, The School <a@school.example> wrote:\n"
    "> {}\n> Yours sincerely"
)


def test_an_old_thread_raises_no_apology_or_refusal_again() -> None:
    """The letter that is answered repeats what was said before."""
    text = ANSWERED.format("You wrote: I am sorry. I refuse. I want to make a formal complaint.")
    assert flags(report(text, own_words="Thank you, I have seen your letter.")) == set()


def test_danger_counts_even_in_an_old_thread() -> None:
    """Nobody may ever have read it."""
    mail = report(ANSWERED.format("I will kill you"), own_words="Thank you, I have seen your letter.")
    assert flags(mail) == {Flag.DANGER}


def test_danger_counts_in_a_mail_that_was_sent_on() -> None:
    """An email inside an email is read too."""
    assert Flag.DANGER in flags(report("See attached.", forwarded=("I will burn your house down",)))


def test_danger_counts_in_a_form_and_in_the_subject() -> None:
    """Wherever it stands."""
    assert Flag.DANGER in flags(form_report('"I will put you in an ambulance"'))
    assert Flag.DANGER in flags(report("See the picture", subject="He says he will stab you"))


def test_the_words_that_led_to_a_flag_are_shown_as_written() -> None:
    """People judge the flag by the words."""
    assert flags_of(report("He put: “WATCH  YOUR Back”"))[0].words == "WATCH YOUR Back"


FAILED = ("mx.example; spf=fail smtp.mailfrom=school.example; dmarc=fail header.from=school.example",)
PASSED = ("mx.example; spf=softfail smtp.mailfrom=list.example; dkim=pass; dmarc=pass",)
OWN = frozenset({"school.example"})


@pytest.mark.parametrize(
    ("expected", "address", "checks"),
    [
        (True, "head@school.example", FAILED),
        (True, "Head@School.Example", FAILED),
        (False, "head@school.example", PASSED),
        (False, "copier@school.example", ()),
        (False, "somebody@mail.example", FAILED),
    ],
)
def test_a_forged_sender_is_told_by_the_servers_checks(
    expected: bool, address: str, checks: tuple[str, ...]
) -> None:
    """Only an email that claims to be the school's own can be such a forgery, and only a failed check says so."""
    found = spoof_of(report(from_address=address, authentication=checks), OWN)
    assert (found is not None) is expected
