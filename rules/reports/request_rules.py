"""What makes a request: solicitors and complaints about personal data as parts, and the rules for all kinds.

A rule is a kind and a row of parts: `a b` b directly after a; `a ~ b` b later in the sentence; `+ c` c anywhere in this
sentence, the one before or the one after; `- d` d nowhere in this sentence.

To add a phrase or a rule: a line here, and two emails in tests/rules/reports/requests_built.toml, one that asks and a
like one that does not.
"""

import re
from collections.abc import Mapping

from ..texts.phrases import Patterns, phrases
from .request_words import ASKING, LISTS

STEPS_AND_REMEDIES: Mapping[str, str] = {
    "own lawyer": r"""
        my brief (says|tells|will|is|has|wants|advises)
        (my|our)( \w+)? <lawyer>
        (through|via|from|by|with|to|contacted|consulted|instructed|engaged|hired|appointed|seen|got\
            |getting|seeing|spoken to|have|using) (a|an|my|our|the) (\w+ )?<lawyer>
        (hear(ing)?|letter|email|call) from (a|my|our|his|her|their) (\w+ )?<lawyer>
        <lawyer> (for|acting|llp|ltd|has|have|is|are|will|tells?|says?|advis\w+|looking|who)
    """,
    "their lawyer": r"(his|her|their|your|\w+s) <lawyer>",
    "occupation": r"""
        (is|am|are|was|im|as|hes|shes|become|becoming|be) (a|an) (\w+ )?<lawyer>(?! (acting|for\
            |who (is )?act\w*))
        (the|our|your) (trusts?|schools?|councils?|lea?s) <lawyer>
    """,
    "acting": r"""
        (we|i|our firm|this firm|my firm)( \w+)? (acts?|acting|are instructed|am instructed\
            |have been instructed|been instructed|are acting|am acting|represents?)(?! as) (for|by|on behalf\
            |(mr|mrs|ms|miss|dr|the (mother|father|parents?|family|carer)))
        (instructed|acting|act) (by|for|on behalf of) (our client|(mr|mrs|ms|miss|dr) \w+|the (mother\
            |father|parents?|family|above))
        (our client|legal representatives?|form of authority|letter of authority)
    """,
    "court": r"""
        letters? before (claim|action)
        pre-?action protocol
        (ill |i will |we will |well )?see (you|u|ya)( all| lot| both)? in court
        (take|taking|taken|dragging|drag) (you|u|the school|this|it|them)( \w+){0,2}? (to|into) (a |the \
            |an |any )?(\w+ )?(court|tribunal|judicial review)
        (i|we|ill|well|im|were)( \w+){0,3}? (sue|suing|sueing)
        (issue|issuing|issued|begin|start\w*|commence) (\w+ )?(legal |court )?proceedings
        (i|we|im|were|ive|weve|my \w+|our client)( \w+){0,3}? (taking|seeking|taken|took|take|seek|sought\
            |considering|getting|get|got|have|had) (\w+ )?legal (advice|action|aid|help|steps)
        (claim form|witness summons|court order|injunction)
    """,
    "court of others": r"""
        (?<!\bhe )(?<!\bshe )(?<!\bthey )(?<!\bshes )(?<!\bhes )(?<!\btheyre )(will|going to|gonna\
            |would) sue
        suing (you|us|the school)
        <lawyer> (has|have) (written|been in touch|sent)
    """,
    "tells": r"<third>( \w+){0,4}? <tells>( \w+){0,2}?",
    "authority": r"(ico|information commissioners?( office)?|data protection (officer|lead)|dpo)",
    "goes": r"""
        (going|go|gone|report\w*|complain\w*|complaint|refer\w*|contact\w*|write|writing|written\
            |pass (this|it)|raise\w*|tell|told|escalat\w*|forward (this|it)|attention of|speak|taking this\
            |take this)
    """,
    "own data": r"(my|our|myself|me|us|i|ive|im)",
    "breach": r"""
        complain\w*( \w+){0,3}? (data protection|gdpr)
        (data|gdpr|privacy|confidentiality) breach
        breach(es|ed)? (of )?(my |our |his |her |their |the |your )?(own )?(data|gdpr|privacy\
            |confidentiality|uk gdpr|confidence)
        (data|privacy|confidentiality|details|information)( \w+){0,3}? breached
        data protection (issue|complaint|concern|breach|matter|problem)
        (against|breaks|broken|breaking|violat\w+) (the )?(gdpr|data protection)
    """,
    "no consent": r"""
        i (never|did not|didnt|have not|havent)( \w+){0,2}? (agree\w*|consent\w*|gave|give|given)(?! (him\
            |her|them))
    """,
    "yours": r"""
        (your (\w+ )?(website|prospectus|page|newsletter|twitter|facebook|brochure|display)\
            |the (school )?(website|prospectus|newsletter|brochure))
    """,
    "training": r"(training|module|newsletter|privacy notice|courses?|webinar|password|delegates?|briefing|duty to)",
    "you": r"""
        (you|u|youve|your (\w+ )?(staff|office|teachers?|school|team|secretary|receptionist|tas?\
            |governors?)|one of your (\w+ )?\w+|the (school|office|trust|receptionist|secretary|head|teacher\
            |class teacher|ta|senco|nursery|governors?)|staff|sir|a (teacher|ta|member of (your )?staff\
            |governor)|(someone|somebody) (in|at|from) (the|your) (school|office|reception|staff)( \w+)?\
            |his teacher|her teacher|reception)
    """,
    "shared": r"""
        (have |has |had |just |also |been )*(<shared>|let slip|let (it )?out|left|chucked|dumped|threw)
    """,
    "did share": r"""
        (why|how|who|did|have|has|when)( \w+){0,3}? (you|the school|the office|staff|she|he|they\
            |your \w+) (<share>|<shared>)
    """,
    "personal": r"""
        (my|our|his|her|their|everybodys|everyones|peoples|other parents|whose)( \w+){0,5}? <personal>
        (a |the )?(picture|photo|video|image|letter|form|report|file|list|sheet|email|details|information\
            |document)s? (of|about|with|on)( \w+)? (me|us|my|our)( \w+){0,4}
        about (my|our)( \w+){0,5}? (<personal>|home life|divorce|situation|illness|pregnancy)
        that (the|my|our)( \w+){0,2}? (are|is) (fostered|adopted|ill|on a plan|on medication|autistic\
            |disabled)
        (my|our) (own |personal |private |confidential )*(data|information)
    """,
    "was shared": r"(was|were|been|being|got|get)( \w+)? (<shared>|left|lost|used|handled|visible|seen)",
    "wrong": r"""
        (to|with) (the |an? )?(wrong|another|other|different|someone else|somebody else|everyone|everybody\
            |whole|entire|all|pta|charity|strangers?|ex|his dad|his mum|her dad|her mum|his father|her mother\
            |his mother|her father|my ex|neighbours?|my neighbour|team|class|local|press|parents?|a parent\
            |third part\w+|company|that)
        (told|telling|gave|showed|let slip to|emailed|asked|sent) (my|the|our|an?) (whole )?(neighbours?\
            |ex|other parents?|another|class|friends?|boss|landlord|employer|sister|brother|mother\
            |mother-in-law)
        (told|emailed|gave|sent) (another|other|everyone|everybody|someone|somebody|all|the whole\
            |the entire|the other)
        without( \w+){0,2}? (asking|consent|permission|telling|agreement|my|our|knowing|say)
        (never|not|didnt|did not|dont|do not|havent|have not)( \w+){0,2}? (gave|given|give|consent\w*\
            |agreed?|asked|said|allowed?|permission|permitted)
        no (right|business|permission|consent)
        (private|confidential|in confidence)
        (showing|visible|on show|could see|can see|to see|to read|for all|for everyone|in front of\
            |in the open|in the (pub|playground|staffroom|corridor|shop)|in public)
        (supposed|allowed|meant|entitled) to (have|know|see|be|share)
        (wrong|mistake|in error|upset|furious|object|complain\w*|disgust\w*|unacceptable|appalled\
            |not happy|unhappy|angry|nobody (bothered|told))
        (bin|skip|floor|street|photocopier|printer|bus|board|reception desk|playground|noticeboard)
    """,
    "no right": r"""
        (no (right|business)|not (allowed|entitled)|should not|shouldnt\
            |must not have) (to )?(be )?(have )?(<share>|<shared>|sharing|giving|passing|telling)
    """,
    "found": r"""
        (i|we|ive|weve|my \w+|another (mum|dad|parent)|a (friend|parent|neighbour)|someone\
            |somebody)( \w+)? (found|find|picked up|saw|seen|spotted)
    """,
    "place": r"""
        (in|on|by|outside) (the |a )?(\w+ )?(bin|skip|floor|street|photocopier|printer|bus|board\
            |playground|noticeboard|road|desk|table|park)
    """,
    "used": r"""
        (use[ds]?|handled|handling|processed|processing|dealt with|look(s|ed|ing)? after|stored|keeping|misused\
            |mishandled)
    """,
    "unhappy": r"""
        (not( at all)? happy|unhappy|complain\w*|object\w*|concerned|ico|upset|angry|unacceptable|wrong\
            |how you|way you|way that|the way)
    """,
    "thanks": r"(thank you|thanks|grateful|lovely|appreciate|pleased)",
    "lost": r"(you|the office|the school|staff|someone|your \w+)( \w+){0,2}? (lost|mislaid|misplaced)",
    "ours": r"""
        (the form with )?(my|our|his|her)( \w+){0,2}? (bank details|medical (form|notes|records)|passport\
            |birth certificate|file|report|records|details|data|personal information)
    """,
}
"""Legal steps, and what was done with personal data."""

PARTS: Mapping[str, Patterns] = {
    name: phrases(re.sub(r"\\\n\s*", "", lines), LISTS)
    for name, lines in {**ASKING, **STEPS_AND_REMEDIES}.items()
}
"""Every part by name, ready to be looked for in a folded sentence."""

RULES = r"""
    sar: named-sar - training
    sar: law ~ things + asks - training
    sar: asks ~ things ~ law - training
    sar: asks ~ kept about me
    sar: what kept about me - online
    sar: tell ~ kept about me
    sar: kept about me + copy
    sar: asks ~ things ~ about me - removal - online
    sar: asks ~ record for me - removal - online
    sar: asks ~ footage ~ of me - removal - online
    sar: asks ~ things ~ named - removal
    sar: asks ~ mine record - removal - online
    sar: asks ~ theirs record + my child - removal - online
    sar: theirs record + my child + copy
    sar: kept about anybody + copy
    sar: file about me + copy
    foi: named-foi - training
    foi: count ~ of public - own child + asks
    foi: count ~ of public ~ span - own child
    foi: asks ~ count ~ span - own child
    foi: count ~ span + of public - own child
    foi: asks ~ document - trip
    foi: count + public + asks
    solicitor: own lawyer - occupation
    solicitor: their lawyer - occupation
    solicitor: acting
    solicitor: court
    solicitor: court of others
    dp-complaint: goes ~ authority + own data - training
    dp-complaint: authority ~ goes + own data - training
    dp-complaint: breach + own data - training
    dp-complaint: you ~ shared ~ personal + wrong - thanks
    dp-complaint: you ~ shared ~ wrong ~ personal - thanks
    dp-complaint: did share ~ personal + wrong - thanks
    dp-complaint: personal ~ was shared + wrong - thanks - online
    dp-complaint: no right ~ personal
    dp-complaint: no consent ~ you ~ personal
    dp-complaint: no consent ~ personal ~ yours
    dp-complaint: found ~ personal ~ place
    dp-complaint: personal ~ used + unhappy - thanks
    dp-complaint: used ~ personal + unhappy - thanks
    dp-complaint: lost ~ ours
"""
