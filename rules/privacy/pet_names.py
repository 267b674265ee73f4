"""What people are called beside their given name, in the languages of English playgrounds: for copies alone."""

from collections.abc import Iterator, Mapping
from functools import lru_cache

from ..texts.names import words_of
from ..texts.short_names import short_forms

_FORMS = """
    katarzyna kasia kaska; joanna asia joasia aska; krzysztof krzysiek krzys; aleksandra ola olka; malgorzata gosia
    malgosia; agnieszka aga agusia; anna ania anka andzia hania annie nan nancy; hanna hania; barbara basia baska;
    magdalena magda lena; zuzanna zuzia zuza; tomasz tomek; piotr piotrek; jakub kuba; jan janek jas; stanislaw
    staszek stas; wojciech wojtek; zbigniew zbyszek; andrzej jedrek; michal misiek; marcin cinek; grzegorz grzesiek
    grzes; pawel pawelek; lukasz lukaszek; bartosz bartlomiej bartek; mateusz mati; kamil kamilek; jozef jozek;
    tadeusz tadek; kazimierz kazik; ewa ewka ewunia; maria marysia maryla marysienka molly polly minnie mimi;
    beata beatka; dorota dorotka; elzbieta ela elka; jolanta jola; urszula ula; wieslawa wiesia; teresa terenia;
    natalia natka; julia julka; weronika wera nika; oliwia oliwka; aleksander olek alek sasha; szymon szymek;
    alexander alexandra sasha sacha ali ally alek lexi lexie sandra; alistair alasdair ali ally al;
    svetlana sveta lana; natalya natasha; ekaterina katya; tatiana tanya; dmitri dima mitya; vladimir vova volodya;
    mikhail misha; ivan vanya; yelena elena lena; anastasia nastya stacey ana; sergei seryozha; olga olya;
    muhammad mohammed mohammad muhammed mo moe; abdullah abdul abdi; ibrahim ibby ibra; ismail izzy; yusuf yus joe;
    mustafa muz; khadija dija; fatima fatty tima fati; aisha aish ayesha; zainab zee zainy; maryam maz;
    hussain huss; hassan hass; oluwaseun seun; oluwaseyi seyi; oluwatobi tobi; olufemi femi; babatunde tunde;
    adebayo bayo ade; chukwuemeka emeka; chinedu nedu; ngozi goz; ifeoma ify; chidinma chichi dinma; folasade sade;
    kwabena kobby; kofi kof; siobhan shiv; aoife eef; niamh nee; saoirse sersh; padraig paddy podge; sean seanie;
    eoghan eoin; diarmuid dermot; caoimhe keeva; grainne granny; roisin ro; conor con; declan deco;
    elizabeth bess bessie eliza elsie lilibet lisa liza lizzy buffy ellie; margaret maisie maggs mags daisy greta rita
    peg margot; penelope pen penny nell; philippa pip pippa; gwendolyn gwen wendy; harriet hattie harri; josephine
    josie jo jojo fifi; francesca fran chesca cesca frankie franny; rosalind ros roz; rosamund roz; rebecca becks
    beccy; thomas tommo thom; isabella isla izzy bella ella ibby belle; nicholas niko nico klaus; eleanor ellie nell
    nellie nora ella; helen nell nellie; henrietta hettie etta; matilda tilly tilda mattie; arabella bella bells;
    beatrice bea bee trixie; cordelia delia; dorothea dora thea; florence florrie; georgina georgie gina;
    imogen immy; jemima jem mima; lucinda lucy cindy; mary molly polly; millicent millie; amelia millie mel;
    emily em millie emmy; camilla milly; annabel bella bel; octavia tavy; olivia liv livvy; ottilie tilly;
    prudence pru; rosemary romy; winifred winnie freddie; tabitha tabby; theodora thea dora; augustus gus; angus gus;
    fergus gus fergie; archibald archie; bartholomew bart; cornelius con neil; edmund ed ned; edgar ed; montgomery
    monty; percival percy; rupert rupe; ambrose brose; leopold leo; leonardo leo; maximilian max; reuben ben rube;
    ruben ben; jeremiah jem jerry; jeremy jez jem; jeremy jezza; jackson jack; harrison harry; cameron cam;
    finlay fin finn; lachlan lachie; hamish hame; murdoch murdo; callum cal; malachi mal; elijah eli; ezekiel zeke;
    gabriel gabe; gabriella gabby gabi ella; dominic dom nic; dominique nikki; damian dame; adrian ade; lucas luke;
    priyanka priya pri; lakshmi laxmi; harpreet harry preet; gurpreet preet gurps; manpreet manny preet; jaswinder
    jas; rajinder raj; mohinder mo; sukhdeep sukh; balwinder bal; venkatesh venky; krishnan krish; siddharth sid;
    guillermo memo; francisco paco pancho; jose pepe; maria mari; ignacio nacho; enrique kike; giuseppe beppe peppe;
    giovanni gianni vanni; salvatore toto salvo; luigi gigi; alessandro sandro ale; alessandra sandra ale; luca lu;
    ionut nelu; gheorghe gica; alexandru alex alin; constantin costi costel; mihai misu; elena lenuta nuti;
    mehmet memo; fatma fatos; ibrahim ibo; emmanuel manny emeka; immanuel manny; benedict ben; benedicta dicta;
    chrysanthemum chrys; constance connie; clementine clem; clement clem; cressida cress; delilah lila; esmeralda
    esme; evangeline eva evie; evelyn evie eve; genevieve gen viv; vivian viv; ingrid inga; johanna jo hanna;
    jocelyn joss; jonquil jon; kerensa ren; lowenna wenna; marigold goldie; marguerite daisy; rhiannon rhi annie;
    angharad hari; myfanwy myf; gwenllian gwen; llewellyn llew lyn; rhydderch rhyd; meredith merry;
"""


def _read() -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for row in _FORMS.split(";"):
        names = row.split()
        for name in names:
            found.setdefault(name, set()).update(names)
    return {name: frozenset(others - {name}) for name, others in found.items()}


OTHERS = _read()
"""The other names of a row, for each name in it."""

_ENDINGS = ("y", "ie", "ey", "i", "o", "a", "s", "z", "er", "ers", "sy", "ster", "ka", "sia")
_STEMS = (2, 3, 4)
LEAST_PREFIX, LEAST_SUFFIX = 3, 4
_LONG_ENOUGH = 6


@lru_cache(maxsize=20_000)
def pet_names(given: str) -> frozenset[str]:
    """What somebody of this given name may be called: by the lists, and by the ways in which names are shortened."""
    words = words_of(given)
    found: set[str] = set()
    for word in words[:1]:
        found |= OTHERS.get(word, frozenset()) | short_forms(word)
        found |= set(_shortened(word))
    return frozenset(found - set(words))


def _shortened(word: str) -> Iterator[str]:
    """Its beginnings and its end, and short beginnings with what people add: Tom, Tommo; Josie; Emeka."""
    if len(word) >= _LONG_ENOUGH:
        yield from (word[:size] for size in range(LEAST_PREFIX, len(word) - 1))
        yield from (word[-size:] for size in range(LEAST_SUFFIX, len(word) - 1))
    for size in _STEMS:
        stem = word[:size]
        if len(stem) == size < len(word) and stem[-1] not in "aeiou" and set(stem) & set("aeiouy"):
            for ending in _ENDINGS:
                yield stem + ending
                yield stem + stem[-1] + ending
