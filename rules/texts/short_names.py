"""The short forms of English given names: whoever the register calls Terence is Terry at the gate."""

from collections.abc import Mapping
from functools import lru_cache

from .names import words_of

_FORMS = """
    abigail abi abby gail; alan al; alexander alexandra alex al sandy lex; alfred alf alfie; amanda mandy; andrew andy
    drew; angela angie ange; anthony antony tony ant; barbara barb babs; barry baz bazza; benjamin ben benny;
    bernard bernie; catherine katherine kathryn cath cathy kath kathy kate katie kat; charles charlie chas chuck;
    charlotte charlie lottie; chantelle shan chan; christine christina chris chrissie tina; christopher chris kit;
    clifford cliff; craig craigy; curtis curt; cynthia cyn; daniel dan danny; darren daz dazza; david dave davey;
    deborah debra deb debs debbie; declan dec; denise den; dennis den; derek del; donald don donnie; dorothy dot dottie
    dolly; douglas doug; edward ed eddie ned ted teddy; elizabeth liz lizzie beth betty bess eliza libby; emma em;
    eugene gene; florence flo flossie; frances fran frankie; francis frank frankie; frederick fred freddie; gareth gaz
    gary; gary gaz gazza; gavin gav; geoffrey jeffrey geoff jeff; george georgie; gerald gerry jerry; gillian gill
    gilly; gordon gord; graham graeme gray; gregory greg; harold harry hal; henry harry hal; isabelle isabella izzy
    bella; ian iain; jacqueline jackie jacqui; jahangir jay; james jim jimmy jamie jem; janet jan; jennifer jen jenny;
    jessica jess jessie; joanne joanna jo joey; john johnny jack jock; jonathan jon jonny; joseph joe joey; joshua josh;
    joyce joy; judith judy jude; julia julie jules; katrina kat trina; kenneth ken kenny; kerry kez; kevin kev;
    kimberley kim; laurence lawrence larry laz; lauren loz; leonard len lenny; leslie lesley les; lewis lew; louise lou;
    madeleine maddy; malcolm mal; margaret maggie meg peggy marge madge; marjorie marge; martin marty; matthew matt
    matty; maureen mo; melanie mel; michael mick mike mikey micky; michelle shell chelle; natalie nat; nathaniel nathan
    nat nate; neil neily; nicholas nick nicky; nicola nicky nic nikki; norman norm; oliver olly ollie; pamela pam;
    patricia pat patsy tricia trish; patrick pat paddy rick; paul paulie; peter pete; philip phillip phil; phyllis phyl;
    rachel rach rae; raymond ray; rebecca becky becca bex; reginald reg reggie; richard dick rich richie rick ricky;
    robert rob bob bobby robbie bert; roger rodge; ronald ron ronnie; rosemary rose rosie; russell russ; samantha sam
    sammy; samuel sam sammy; sandra sandy san; sarah sara sal sally; scott scotty; sean shaun shauny; sebastian seb;
    sharon shaz shazza; sidney sid; simon si; sophie sophia soph; stacey stace; stanley stan; stephanie steph steff;
    stephen steven steve stevie ste; stuart stewart stu; susan suzanne sue susie suzie; sylvia syl; tanya tan; terence
    terry tel; theresa teresa tess terri; theodore theo ted; thomas tom tommy; timothy tim timmy; tobias toby; tracey
    trace; valerie val; vanessa ness nessa; victor vic; victoria vicky vikki tori; vincent vince vinny; walter walt
    wally; wayne wayney; wendy wend; wilfred wilf; william will bill billy willy liam; yvonne von vonnie; zachary zach
    zack;
"""


def _read() -> Mapping[str, frozenset[str]]:
    """Each name of a row, and the others of its rows."""
    found: dict[str, set[str]] = {}
    for row in _FORMS.split(";"):
        names = row.split()
        for name in names:
            found.setdefault(name, set()).update(other for other in names if other != name)
    return {name: frozenset(others) for name, others in found.items()}


OTHERS = _read()
"""The other forms of a given name, in lower case."""


@lru_cache(maxsize=20_000)
def short_forms(given: str) -> frozenset[str]:
    """The other forms of the first word of a given name; none for most names of the world."""
    words = words_of(given)
    return OTHERS.get(words[0], frozenset()) if words else frozenset()
