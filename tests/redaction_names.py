"""Invented people and prose for the corpus of copies: an open half to build on, a held-out half to measure by."""

from dataclasses import dataclass
from enum import StrEnum


class Half(StrEnum):
    """Which half a name, a form or a sentence is in."""

    OPEN = "open"
    HELD = "held out"


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """What one half is made of."""

    given: tuple[str, ...]
    short: tuple[str, ...]
    family: tuple[str, ...]
    scots: tuple[str, ...]
    double: tuple[str, ...]
    diminutives: tuple[tuple[str, str], ...]
    bending: tuple[tuple[str, str], ...]
    streets: tuple[str, ...]
    prose: tuple[str, ...]


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


def _streets(text: str) -> tuple[str, ...]:
    return tuple(text.split("|"))


def _pairs(text: str) -> tuple[tuple[str, str], ...]:
    found = (one.split("/") for one in text.split())
    return tuple((full, short) for full, short in found)


OPEN = Words(
    given=_words("Tamsin Rowena Hamza Fraser Leticia Bartek Sunniva Kwame Priyanka Osric Delphine Lorcan"),
    short=_words("Zara Kit Beth Ines Otis Una Noor Esme Idris Kofi Lux Wren"),
    family=_words(
        "Pemberton Osgood Thackray Ruddock Reid Nkemelu Wolstenholme Havers Qureshi Fenby Lisle Orme"
    ),
    scots=_words("McInnes MacAllister O'Hanlon McGarry"),
    double=_words("Thackray-Lund Havers-Boyle Osgood-Penn"),
    diminutives=_pairs(
        "Jessica/Jess Jess/Jessica Katarzyna/Kasia Elizabeth/Beth Rebecca/Becks Margaret/Peggy Joanna/Asia "
        "Alexander/Sasha Thomas/Tommo Isabella/Izzy Krzysztof/Krzysiek Nicholas/Niko"
    ),
    bending=_pairs("Kasia/Kasi Kasia/Kasią Tomek/Tomka Ania/Anię Bartek/Bartka Zuzanna/Zuzanny"),
    streets=_streets(
        "14 Copperfield Road|31 Stanhope Avenue|Flat 2, 9 Larkhill Close|7 Quarry Bank Terrace|"
        "The Old Forge, Pound Hill"
    ),
    prose=(
        "The gates open at half past eight and the register closes at nine.",
        "Please bring the reading record and a named water bottle on Monday.",
        "I have written to the office about this before and nobody answered.",
        "The post was on Facebook on 3 November 2026 and had forty likes by tea time.",
        "I will not mark my own homework, as they say, but it may help.",
        "Best wishes to everybody in the kitchen; the pasta was lovely.",
        "They were all in the car park when the bell rang, and it rained.",
        "Reference 2026-0042 was in your letter; the answer is due by 13 November 2026.",
        "We talked to the Police and to Ofsted, and to the Diocese as well.",
        "Could you send me the policy, and the form for Year 6 residential?",
        "It cost £14.50, not 1450, and I have the receipt from Tesco.",
        "Then the kits were lost, the bets were off, and no fox was seen.",
        "What I said about the Head was in anger and I take it back.",
        "Every child deserves better. Some days nothing goes right at all.",
        "Room 12 holds thirty; the hall holds 240 if the chairs are stacked.",
        "Next week is Book Week, and after that the Christmas Fair begins.",
        "Thank you for ringing back. Sorry about the tone of my first email.",
        "Neither of us meant any harm; the joke was about Arsenal and Leeds.",
    ),
)

HELD = Words(
    given=_words("Marisol Cuthbert Yusuf Ottilie Dermot Chiara Ewan Nadiya Rhodri Philippa Tobiah Saoirse"),
    short=_words("Ivo Nell Abel Rhys Maja Tobi Faye Zev Ida Anya Cai Lena"),
    family=_words(
        "Lockwood Farrant Adeyemi Szymanski Colclough Birtwistle Gandhi Trelawny Sykes Vance Ellwood Ibbs"
    ),
    scots=_words("McKechnie MacLeish O'Dowd McNab"),
    double=_words("Farrant-Moss Vance-Keogh Sykes-Lowe"),
    diminutives=_pairs(
        "Aleksandra/Ola Malgorzata/Gosia Muhammad/Mo Penelope/Penny Gwendolyn/Gwen Oluwaseun/Seun Alistair/Ally "
        "Philippa/Pip Josephine/Josie Harriet/Hattie Zbigniew/Zbyszek Francesca/Chesca Chukwuemeka/Emeka "
        "Svetlana/Sveta"
    ),
    bending=_pairs("Maja/Mai Maja/Maję Marek/Marka Hania/Hani Piotr/Piotra Lena/Leny"),
    streets=_streets(
        "22 Bramley Crescent|5 Windmill Rise|Apartment 11, 40 Harbour Street|63 Pennine Drive|"
        "Rookery Cottage, Smithy Lane"
    ),
    prose=(
        "Swimming is on Thursdays this half term; goggles are optional.",
        "I was told that the letter came from the Council, not from school.",
        "My screenshot shows the whole thread on WhatsApp from Sunday evening.",
        "Every parent at the Open Evening heard what was said about the budget.",
        "Hope this finds you well. Any news on the coach for Chester Zoo?",
        "Invoice 4471 for £63.20 was paid on 9 October 2026 by card.",
        "The knell was rung and that bell tolls.",
        "Dear all, the minutes of the Friends meeting are on the website.",
        "Can the clubs start at 3.15 instead of 3.45 in the Spring Term?",
        "Only one thing matters: was the comment deleted or was it hidden?",
        "As the Governors wrote, lessons will be learned, and faces were red.",
        "Even so, the fayre made £240, more than Halloween ever did.",
        "Last year, in March, the same page called the new menu a disgrace.",
        "Lend me the ladder, said the caretaker; the lamp in Hall B is out.",
        "No, I did not share it. Yes, I saw it. Both are true of Instagram.",
        "Please do not ring at work; write, or leave it with Reception.",
        "An apology would help, and so would a place on the Wednesday club.",
        "Sports Day was moved from 12 June to 19 June because of the heat.",
    ),
)

WORDS = {Half.OPEN: OPEN, Half.HELD: HELD}
