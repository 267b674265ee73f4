"""Short words of everyday English, which a slip or a short form of a name may look like: they are no names."""

_WORDS = """
    able about above absence abuse accept access account across act action actual add address admit adult advice affair
    after again age agree ahead aim air alarm alert all allow almost alone along already also although always am among
    amount and anger angry animal another answer any anybody anyone anything anyway apart apology appeal apply april
    are area argue arm around arrive art as ask asked asking asleep asset assume at attach attend august aunt author
    autumn available avoid aware away awful baby back bad badly bag ball ban band bank bar bare base basic basis bath
    be bear beat became because become bed been before began begin behalf behave behind being believe below bench best
    bet bets better between beyond big bike bill bin bird birth bit bite black blame block blog blood blow blue board
    boat body book books boot border bore bored born boss both bother bottle bottom bought bowl box boy boys brain
    brave bread break breath brief bright bring broke broken brother brought brown budget build building built bully
    bus busy but buy by cake call called calm came camera camp can cannot canteen car card care career careful carer
    carry case cash cat catch cause caution centre certain chair chance change channel charge chase chat cheap check
    cheer chest child choice choir choose church circle city claim class clean clear clerk clever click client climb
    clock close closed cloth clothes cloud club clubs coach coat code coffee cold collect college colour come comes
    coming comment comments common community complain complaint concern confirm contact control cook cool cop copy
    corner correct cost cough could council count country couple courage course court cousin cover cow crazy create
    cried cross crowd cruel cry cup cure curious current curtain custom cut dad daily damage damn dance danger dare
    dark data date daughter day days dead deal dear death debate decent decide decision deep deeply delay delete den
    deny depend desk despite detail did diet differ dig dinner direct dirt dirty disagree discuss disgrace dish do
    doctor does dog dogs doing done door doubt down dozen draft draw dream dress drink drive driver drop drove drug
    dry due dull during duty each ear early earn ease east easter easy eat edge edit effect effort egg eight either
    else email emails empty end ended ends enemy enjoy enough enter entire entry equal error especially even evening
    event events ever every evil exact exam example except excuse exercise exist expect expense expert explain extra
    eye eyes face faces fact facts fail failed fair fake fall false family fan far farm fast fat father fault fear
    february fed feed feel feeling fees feet fell fellow felt few fewer field fifth fight figure file fill film final
    finally find fine finger finish fire firm first fish fit five fix flat floor flow flower fly focus fold folk
    follow food fool foot football for force forget form formal former forms forward found four fourth fox free friday
    friend friends from front fruit full fully fun fund funny further future gain game games gang garden gas gate gates
    gave general gentle get gets getting giant gift girl girls give given glad glass go goal goes going gold gone good
    got grade grand grass grateful great green greet grew grey ground group grow growing grown guard guess guest guide
    guilty guy habit had hair half hall halloween hand handle hands hang happen happy hard hardly harm hat hate have
    having he head heads health hear heard heart heat heavy height held hello help her here hers herself hey hidden
    hide high hill him himself hint his hit hold holds hole holiday home honest hope horse hospital host hot hotel hour
    hours house how however huge human hundred hung hurry hurt husband ice idea ideas if ignore ill image imagine
    impact important in inch include income indeed inform injury ink inside instead insult intend interest into invite
    iron is issue issues it item items its itself january job join joke journey joy judge july jump june junior just
    keen keep keeps kept key kick kid kids kind king kit kitchen kits knee knew knife knit knock know known lab lack
    lad ladder lady laid lake lamp land lane large last late later laugh law lay lazy lead leader leaf learn learned
    least leave led left leg legal lend length less lesson lessons let letter letters level liar library lie lied lies
    life lift light like liked likes limit line lines link lip list listen little live lived lives load loan local
    lock log lone long look looked looking looks lord lose loss lost lot lots loud love loved lovely low loyal luck
    lucky lunch lying mad made main major make makes making male man manage manager manner many map march mark
    marks market married mass mate math maths matter may maybe me meal mean means meant meat media medical meet meeting
    member members memory men mental mention menu mere mess message met method middle might mild mile milk mind
    mine minor minute minutes miss missed mistake mix mob mobile model modern moment monday money month mood moon moral
    more morning most mother mouse mouth move moved much mud mum music must my myself name named names nasty near
    nearly neat neck need needs neither nerve nest net never new news next nice nick night nine no nobody noise none
    nonsense nor normal north nose not note notes nothing notice noticed november now nowhere number nurse nursery nut
    object obvious october odd of off offer office officer often oh oil okay old on once one ones only onto open opened
    opinion or orange order orders other others ought our ours out outside oven over own owner pack page pages paid
    pain paint pair pan panel pants paper papers pardon parent parents park part parts party pass passed past pasta
    path patient pause pay pea peace pen pencil penny people per perfect perhaps period person pet phone photo photos
    phrase pick picture piece pig pile pin pink pint pipe place plain plan plans plant plate play played player please
    plenty plus pocket point points poison police policy polite pony pool poor pop popular port position possible post
    posted posts pot pound power praise pray prefer present press pretty price pride prime print prison private prize
    probably problem process promise proof proper protect proud prove public pull pupil pupils pure purple push put
    quality quarter queen question queue quick quickly quiet quit quite quote race radio rage rain raise ran range rare
    rat rate rather raw reach react read reader ready real really rear reason reasons recall receipt receive recent
    reception record red refer reference refund refuse regard regards regret regular reject relax remain remark
    remember remind remove rent repair repeat reply report reports request rescue respect respond rest result return
    rich rid ride right ring rise risk river road rob rock role roll roof room rooms root rope rose rough round route
    row royal rude rugby ruin rule rules run running rush sack sad safe safety said sake sale salt same sand sane sat
    saturday save saw say saying says scale scare scared scene school schools science score scream screen sea season
    seat second secret section secure see seeing seek seem seemed seems seen self sell send senior sense sent sentence
    separate september serious serve service session set settle seven several severe sex shade shake shall shame shape
    share shared sharp she sheet shelf shell shift shine ship shirt shock shoe shoes shoot shop shops short shot should
    shout shouted shouting show showed shown shows shut shy sick side sight sign signal signed silence silent silly
    similar simple simply since sing single sink sir sister sit site six size skill skin skip sky slap sleep slept slide
    slight slip slow slowly small smart smell smile smoke smooth snap snow so social sock soft soil sold some somebody
    somehow someone something sometimes somewhere son song soon sore sorry sort sound soup south space spare speak
    special speech speed spell spend spent spirit spite split spoke sponsor sport sports spot spread spring square staff
    stage stair stairs stall stamp stand star stare start started starts state stated statement station stay stayed
    steal step steps stick still stir stole stomach stone stood stop stopped store storm story strange street stress
    strict strike strong stuck student study stuff stupid style subject such sudden sue suffer sugar suggest suit sum
    summer sun sunday sunny support suppose sure surely surprise swear sweet swim swimming swing sync table tail take
    taken takes taking tale talk talked talking tall tape task taste taught tax tea teach teacher teachers team tear
    tears teeth tell telling tells ten tend term terms terrible test tests text texts than thank thanks that the their
    theirs them then there these they thick thief thin thing things think thinks third this thorough those though
    thought thread threat three threw throat through throw thrown thursday thus ticket tidy tie tight till time times
    tiny tip tired title to today toe together toilet told tomorrow tone tonight too took tool tooth top topic total
    touch tough tour toward towards town toy track trade traffic train treat treated tree trial trick tried trip trouble
    true truly trust truth try trying tube tuesday tune turn turned twelve twenty twice twin twins two type ugly uncle
    under unfair uniform unit unless until up upon upper upset urge us use used useful user uses using usual usually van
    vary vast venue verse very video view views village visit voice vote wage wait waited waiting walk walked wall want
    wanted wants war warm warn warned warning was wash waste watch watched water wave way ways we weak weapon wear
    weather web website wednesday week weekend weeks weight weird welcome well went were west wet what whatever wheel
    when where whether which while whilst white who whole whom whose why wide wife wild will win wind window winter wipe
    wire wise wish wishes with within without woke woman women won wonder wood word words wore work worked worker
    working works world worried worry worse worst worth would wow wrap write writes writing written wrong wrote yard
    yeah year years yell yellow yes yesterday yet you young your yours yourself youth zero zone zoo
    christmas diocese facebook friends instagram snapchat tiktok twitter whatsapp youtube google london england english
    british britain headteacher governor governors ofsted wales scotland leeds arsenal chelsea
"""
PLAIN_ENGLISH = frozenset(_WORDS.split())
