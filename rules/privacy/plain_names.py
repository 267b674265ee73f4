"""Names that are words of English too, and what tells them apart: a letter is not stopped by "may" or "mark"."""

from collections.abc import Mapping

from ..texts.names import words_of
from ..texts.readable import COMMON
from .redaction_terms import ALSO_PLAIN_WORDS

CALENDAR = frozenset(
    words_of(
        "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
        "september october november december"
    )
)
"""Names of days and months: alone they name nobody."""

_MORE_PLAIN = (
    "dawn heath penny iris olive pearl angel eve patience constance ford banks bush rivers woods stone potts peace "
    "charity mercy prudence honor honour joy bliss noble royal prince duke earl bishop pope abbott dean clerk cook "
    "shepherd fisher archer barber weaver glover turner wright sawyer cooper chandler marsh moss reed rush brook "
    "brooks lake pond shore beach bay bridge gates gate wall hall house barn mill mills field fields green forest "
    "woodland hale bright light snow frost winter rain storm gale sky star sunny sunday monday friday summer "
    "april may june august amber jade crystal sapphire ginger basil sage rosemary poppy blossom flora fern hazel "
    "laurel olive myrtle robin wren jay martin swift finch crane drake hawk kite guy max pip art will bill bob rob "
    "sue pat nick jack jimmy harry dick tom peg dot kit miles chip rod rich frank ernest earnest curt gene jean dale "
    "glen cliff heath sandy rusty dusty stormy buddy junior sonny early late little small short long low high hope "
    "love loving darling sweet savage wild stern strange sharp smart self best better good goodman wise power powers "
    "price pound penny cash rate bond sterling bank banks case cross pike pole post post page word words read reader "
    "write paine pain pane pace grace christian pilgrim temple church chapel abbey parish priest monk nun chase hunt "
    "hunter race racer runner rider walker speed fast swift stout strong hardy bold brave crisp baker bread bean beans "
    "rice berry cherry apple plum peach lemon lime pepper salt curry oak ash elm birch beech box wells well spring "
    "springs ware waters water banner bell bells horn drum major sergeant marshal marshall king queen knight page "
    "squire lord earls barron baron nation england ireland scotland wales english irish french german holland london "
    "york kent chester lancaster lincoln derby bristol hall parks park square north south east west close court day "
    "days week month quick dear deer dale hurst combs comb coats coat cope cotton couch daily doll downs dyer edge "
    "else ever fairy field flint flood flower flowers forth foot fox free french friend fry gay gold gould grant "
    "grave graves gross grove guest gun hand hands hart head heard hill hills hogg hole holiday holly home hood hook "
    "ivory ivy jewel joiner judge just keen keys key lane large law lawless laws lay leaf lees legg lever link list "
    "lock locke loud made main mark marks mason may mean meek merit merry monday money moon more morning mould mount "
    "mountain mouse mower nail neat new noon norm oaks old only orange outlaw over owens pack packer paper pardon "
    "party patch patient peek pen perch perry person pickles piper pitt plant plumb poole poor pope porter pretty "
    "pride proud quarry rain ray real rest ridge ring rise roads rock rose rosy round rowe rudd rule sale sales sand "
    "say school sea seal serve service shade shaw shine shoe silver sims singer singh skye slack smith sparks speight "
    "spence spice spooner stack stage stamp stand star start steel step sting storey street style sutton tanner "
    "taylor teal thorn threadgold tiller toll tree trees true tuck twist underwood vale van vine visitor wade wait "
    "ward warm wash watch watt way wheel whistler white willow wing wish wolf wood word work worth yard young"
)
PLAIN = ALSO_PLAIN_WORDS | COMMON | CALENDAR | frozenset(_MORE_PLAIN.split())
"""Names that are words of English too: alone they count only with a capital inside a sentence."""

TOLD = frozenset(
    words_of(
        "told tells saw sees said says reported reports showed shows sent wrote rang phoned called heard came thinks "
        "feels believes noticed found was has had is informed complained contacted spoke and"
    )
)
"""What follows a name that begins a sentence: "Mark told us", not "Mark the date"."""

STREET_WORDS: Mapping[str, str] = {
    "rd": "road",
    "st": "street",
    "ln": "lane",
    "cl": "close",
    "av": "avenue",
    "ave": "avenue",
    "dr": "drive",
    "ct": "court",
    "gdns": "gardens",
    "pl": "place",
    "ter": "terrace",
    "terr": "terrace",
    "cres": "crescent",
    "sq": "square",
    "gr": "grove",
}


def street_word(word: str) -> str:
    """A word of an address in full: "rd" is "road"."""
    return STREET_WORDS.get(word, word)
