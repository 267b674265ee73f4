"""Weights of words for kinds of conduct on site: written by tests/tools/learn_conduct.py, never by hand."""

LEARNED_FROM = {
    "boundary": "e2f724b15cf868331e919f2b3bf4bb341be3971d5c6e1501ed805c3f66ac582b",
    "by the first hand": "1960441d1446099623c2698f584e58e6e7b55397fe86ffe5284071924f826024",
    "by whoever changed the rules": "58652932272ca3f1f8a20aeef69b19262edd125dfa8337a65b6e536e4d793f47",
    "calm": "50afccbc9be716c870517d23f56688835c25230d8961f8c7df5298c3c51be76d",
    "grave": "d000005548005f1fd6d2abfc9c507e880a30c091f52a034d9952f4c0dc2c7e17",
    "opened": "bbbe69347c2446e56a7b07be7f8445c912b95fcdb45dc1622f8600279d41f574",
    "opened2": "a6ffa5be7c75848e39c37cf6560fe5ccd4badd359e2ee05b63a2d6c08320cd8b",
    "opened3": "07520f67b277d78bc9fec7c0b25189774434ee60cfd6b28404478296c3feeeae",
    "opened4": "cc314a537c7eccda2aea5cff0ed9bb281ab31c9a27807f835af8054918f97aba",
    "opened5": "707300d21e11fcba20385a8be956d335edac13cdd597db92a563cd55e007161a",
    "opened6": "1f99b2fd0078758f6aacaa325961dba03829b84c8a085ca6e1dc208bf7601b42",
}
"""SHA-256 of each source, its emails and what is true of them."""
WEIGHTS = """
= -5.86; site-abuse about anybody
effing:108 doorway:97 called:91 swore:87 ashamed:85 hatch:83 screamed:83 jobsworth:81 numpty:81 leaving:78
receptionist:73 olly:69 cow:68 decided:68 touching:68 shouted:67 useless:66 business:64 jumped:62 grandma:61
depot:60 front:60 thumped:60 witch:60 f:59 gentleman:59 jeffing:59 livid:59 hi:58 certificates:57 off:57 s:57
fg:54 sit:54 seven:53 appointment:52 fell:52 mouthful:52 fat:51 touchline:51 disgrace:50 blinding:49
expect:48 visitor:48 lollipop:47 drivers:46 language:46 note:46 youd:46 ending:44 gave:44 longer:44 queue:44
governor:43 pushchair:43 main:42 space:42 watch:42 left:41 lost:41 way:41 ing:40 mouth:40 stood:40 turned:40
kids:39 prefects:39 railings:39 youll:39 call:38 inbox:37 incident:37 driver:36 nan:36 pipe:36 without:36
complain:35 mate:35 bringing:34 right:34 football:33 morning:33 would:33 am:32 few:32 very:32 ten:31 gate:30
had:30 minutes:30 reading:30 wanted:30 arm:29 agreed:28 id:28 over:28 parking:28 playground:28 times:28
dealt:27 write:27 line:26 came:25 him:25 ref:25 told:25 yesterday:25 saturday:24 worse:24 red:23 was:23
but:22 then:22 want:22 lads:21 up:21 at:19 because:19 time:19 wouldnt:19 face:18 log:18 ones:18 shouting:18
she:15 until:15 both:13 said:13 an:12 down:12 let:12 me:12 today:11 went:10 a:8 the:5 and:4 know:-11 are:-14
his:-16 dont:-18 is:-18 its:-18 one:-21 please:-21 can:-22 has:-22 be:-23 come:-28 filming:-30
= -6.93; site-threat about anybody
bat:99 watch:97 olly:90 quietly:75 staffroom:73 gate:72 mean:72 legs:71 fifth:66 railings:64 write:64 note:63
shaken:62 typing:61 problem:59 rung:58 tomoz:58 fresh:57 ringing:57 timber:57 finger:55 jerry:55 knock:55
cans:54 gentleman:53 depot:52 quarter:52 teaching:51 finishing:50 reference:50 fenwick:49 fg:48 sand:48
lad:46 fists:45 language:45 remarks:45 thru:45 hatch:44 ill:44 spoke:44 twins:44 down:43 eight:43 drivers:42
forgive:42 am:41 entrance:41 lot:41 meant:41 pushchair:41 exclude:39 mark:39 playground:39 while:38 still:37
council:36 finish:36 hedge:36 window:36 words:36 yard:36 tried:35 drove:34 looks:34 now:34 radio:34
tonight:34 van:34 warning:34 car:33 following:33 pritchard:33 whether:33 hands:32 tomorrow:32 then:31
thirty:31 complain:30 kept:30 pulled:30 goes:29 he:29 into:29 right:29 threat:29 baseball:28 inbox:28
urgent:28 quite:27 youll:27 at:26 decide:26 teeth:26 your:26 morning:25 sleeve:25 somebody:25 sorry:25
three:25 im:24 over:24 said:24 this:24 wife:24 finishes:23 wont:23 again:22 be:22 get:22 n:22 by:21 did:21
him:21 know:21 room:21 his:20 going:19 throat:19 will:19 before:18 had:18 you:18 came:17 home:17 out:16
would:16 come:14 past:13 that:13 hes:11 my:10 through:9 i:7 its:-14 dont:-17 one:-18 when:-19 other:-20
our:-21 were:-21 an:-22 mum:-24 children:-25 name:-25 night:-25 because:-28 half:-28 sunday:-29 outside:-32
= -6.07; site-assault about anybody
chest:109 shoved:107 hands:96 grabbed:77 into:74 pushed:70 statements:65 red:61 watching:58 netball:56 hit:55
fetch:54 both:50 lip:49 dealt:48 drops:47 owt:47 wrist:46 rourke:45 twisted:45 ear:44 bibs:42 hard:42
challenge:40 recycling:40 glasses:39 ears:38 fuss:38 livid:37 between:36 quietly:36 brew:34 clip:34
inhaler:34 quickly:34 secs:34 wanting:34 early:33 hair:33 sports:33 twins:33 drove:32 solicitor:32 ashamed:30
screamed:30 upon:30 already:29 calling:29 hood:29 too:29 cloakroom:28 railings:28 ten:28 back:27 came:27
corridor:27 face:27 graze:27 head:27 off:27 police:27 speaking:27 breakfast:26 broke:26 proper:26 rung:26
car:25 confidential:25 h:25 texted:25 whats:25 decided:24 holding:24 handle:23 might:23 u0s:23 wants:23
evening:22 grandad:22 mum:22 saw:22 went:22 whose:22 heard:21 said:21 today:21 trainers:21 gate:20 get:20
getting:20 happened:20 playground:20 playing:20 youre:20 quick:19 another:18 had:18 park:18 sat:18 took:18
across:17 bit:17 broken:17 junior:17 left:17 open:17 pitch:17 wall:17 bay:16 done:16 mark:16 names:16 0a:15
bus:15 id:15 kids:15 after:14 did:14 she:14 but:13 record:13 got:12 still:12 with:12 am:11 door:9 room:9
say:9 asked:8 of:7 by:6 in:6 at:5 the:3 a:-4 form:-10 its:-10 year:-10 can:-11 could:-11 if:-11 im:-11
like:-11 there:-11 who:-11 going:-12 told:-12 nobody:-13 again:-14 know:-14
= -5.66; site-damage about anybody
barrier:89 bottom:88 panel:85 quote:82 keypad:78 damage:65 plate:63 trailer:59 bill:56 park:55 booted:54
snapped:53 tied:53 drove:51 near:51 wondering:51 fence:49 hut:46 mirror:46 reversed:45 kicked:44 machine:44
panes:44 chain:43 dent:43 field:42 reckons:42 reference:42 car:41 cause:41 door:41 foyer:41 looked:41
scratched:40 bent:39 groundsman:39 helmet:39 saw:39 dark:38 scarlet:38 site:38 caretaker:37 kick:37 kicks:37
paint:37 approximately:36 builders:36 chap:35 chucking:35 empty:35 football:35 traced:35 broke:34 hurt:34
minibus:34 seven:34 shows:34 wave:34 flower:33 four:33 nursery:33 team:33 cable:32 onto:32 backs:31 pound:31
size:31 wing:31 cheap:30 insurers:30 nobody:30 pick:30 saturday:30 0st:29 covering:29 everywhere:29
replace:29 didnt:28 helped:28 path:28 planned:28 yard:28 farm:27 inner:27 plus:27 shoes:27 way:27 course:26
perhaps:26 shaking:26 boot:25 camera:25 photographed:25 shook:25 steps:25 bless:24 dinner:24 meet:24 ps:24
windows:24 arm:23 detention:23 boarded:22 cried:22 reported:22 shed:22 twenty:22 van:22 whom:22 book:21
off:21 until:21 library:20 out:20 through:20 person:19 thought:19 twice:19 did:18 glass:18 h:18 lane:18
then:18 your:18 free:17 pass:17 daughter:16 are:15 think:15 bin:14 would:14 angry:13 it:12 put:12 theres:12
last:11 at:10 he:8 no:8 the:5 with:-9 by:-12 dont:-12 home:-12 again:-13 what:-13 will:-13 this:-14 she:-15
her:-17
= -5.62; site-trespass about anybody
field:108 corridor:104 badge:99 looking:72 walked:71 ks0:70 music:67 onto:58 driven:57 came:51 door:51
explain:51 gate:50 approximately:49 tax:49 traced:49 delivery:48 playing:48 through:48 thru:47 pleasant:44
mins:43 0st:42 insurers:42 cans:41 lesson:41 perfectly:41 twisted:41 allowed:40 radio:40 blonde:39
covering:39 planned:39 black:38 broken:38 opposite:38 back:37 fence:37 flats:37 parked:37 round:37 weve:37
chain:36 hours:36 low:36 fenwick:34 outside:34 reference:34 cloakroom:33 detention:33 fetched:33 n:33
taking:33 above:32 unless:31 wanting:31 way:31 again:30 over:30 padlock:30 room:30 trespass:30 upstairs:30
inhaler:29 october:29 third:29 women:29 cant:28 court:28 happened:28 visitor:28 bat:27 bins:27 damage:27
everywhere:27 side:27 climbing:26 council:26 found:26 leg:26 booking:25 frame:25 grabbed:25 morning:25
come:24 hadnt:24 red:24 cannot:23 dealt:23 finished:23 sunday:23 bloke:22 cover:22 straight:22 went:22
wrist:22 dad:21 fetch:21 known:21 signed:21 sister:21 site:21 copy:20 sign:20 handle:19 near:19 he:18 four:17
glass:17 hes:17 let:17 monday:17 record:16 desk:15 go:15 left:15 legs:15 science:15 told:15 no:14 order:14
time:14 know:13 past:13 see:13 was:13 get:12 your:12 there:9 said:7 in:6 it:-10 of:-10 so:-10 about:-11
can:-11 from:-11 be:-12 ive:-12 an:-13 if:-13 say:-13 were:-13 us:-15 would:-16 car:-17 dont:-17 phone:-17
up:-17 home:-18
= -6.09; site-pressing about anybody
appointment:85 stood:80 until:74 ended:61 offered:58 doorway:57 effing:57 classroom:53 explain:53 minutes:52
touchline:52 waited:52 door:51 hoover:51 entry:50 sit:47 daughters:46 fixture:46 coaches:45 followed:44
phonics:44 students:44 appointments:41 leave:40 stayed:40 wasnt:40 evening:38 pipe:38 raise:38 set:38
answer:37 came:37 shouting:37 yesterdays:37 0rd:36 thumped:36 apologised:35 rude:35 stepped:35 tables:35
bands:34 scheme:34 conduct:33 meeting:33 refused:33 couldnt:32 front:32 logging:32 racks:32 park:31
shaking:31 times:31 missed:29 saying:29 why:29 moving:28 once:28 sec:28 0aa:27 0th:27 four:27 mean:27
cannot:26 each:26 frightened:26 speaks:26 worked:26 an:25 day:25 fetch:25 needed:25 spelling:25 across:24
mortified:24 shut:24 twenty:24 between:23 cover:23 criminal:23 maybe:23 after:22 flagging:22 id:22 parked:22
part:22 register:22 table:22 car:21 carpet:21 didnt:21 keeps:21 point:21 very:21 driving:20 field:20 most:20
wait:20 detention:19 moved:19 ref:19 till:19 yesterday:19 arm:18 bell:18 log:18 reading:18 staff:18 voice:18
email:17 fenwick:17 lads:17 not:16 said:16 walked:16 wants:16 outside:15 she:15 then:15 0a:14 down:14 go:14
about:13 me:13 way:13 book:12 tuesday:12 he:11 parents:11 second:11 at:10 office:10 only:9 i:7 this:7 my:6
and:4 a:-7 you:-8 have:-10 one:-10 two:-10 off:-11 dont:-12 they:-12 them:-13 your:-13 been:-14 both:-14
is:-15 gate:-16
= -5.48; site-alcohol about anybody
cans:124 lager:105 vaping:90 carrier:87 smoking:79 drink:76 slurring:76 keys:70 alcohol:69 strongly:66
drinking:65 sandpit:65 sang:65 wasnt:63 drunk:61 everywhere:61 smell:58 clouds:57 mango:57 vape:57 singing:53
stand:53 festival:52 hardly:52 among:51 pitch:51 disco:50 bench:49 fell:49 junior:49 playground:49 dropped:48
subs:48 tennis:47 boys:45 evening:45 tombola:43 kiddies:42 three:42 wife:42 carried:41 eyes:41 handover:41
passenger:41 reverse:41 christmas:40 loud:40 smaller:39 breath:38 clearly:38 foot:38 mate:38 y:38 knocked:37
sheets:37 touchline:37 blonde:36 brian:36 coat:36 empties:36 flats:36 playing:36 sake:36 saturday:36 wind:36
went:35 assistant:33 away:33 cars:33 field:33 kit:33 ones:33 courts:32 home:32 pack:32 past:32 beer:31
corner:31 lit:31 steam:31 tales:31 fathers:30 onto:30 0nd:29 cant:29 taxi:29 sat:28 mortified:27 nodded:27
remind:27 unpleasantness:27 driven:26 route:26 straight:26 awkward:25 bike:25 ten:25 thinking:25 instead:24
noticed:24 open:24 w:24 gates:23 fair:22 left:22 mind:22 other:22 shed:22 kerb:21 great:20 him:20 over:20
them:20 walked:20 yeah:20 nasty:18 opened:18 right:18 stop:18 could:17 hand:17 hope:17 took:17 he:16 first:15
half:14 lot:13 of:12 one:12 was:12 with:12 up:11 asked:10 at:10 came:9 no:9 i:5 her:-8 be:-11 is:-12 says:-12
my:-13 out:-13 like:-15 who:-15 hes:-16 phone:-16 has:-17 please:-17 since:-17
= -5.87; site-dogs about anybody
dog:110 dogs:105 playground:85 lead:73 infant:66 spaniel:61 brings:51 friendly:49 sign:45 trail:43 trim:43
large:41 gate:40 skin:39 bred:38 brown:38 exercises:38 stroke:36 mess:35 muddy:35 paws:35 big:33 pointed:33
tied:32 excuse:30 granddaughter:30 terrier:29 stepped:28 plaster:27 biting:26 business:26 mentioned:26
playing:25 rugby:25 field:24 hadnt:24 ks0:24 shoes:24 signs:24 brindle:23 broke:23 meet:23 railings:23
waiting:23 exactly:22 waits:22 hats:21 biscuit:20 most:20 screamed:20 tree:20 yard:20 ate:19 brought:19
knocked:19 climbed:18 shouldnt:18 than:18 friendship:17 off:17 pick:17 stayed:17 adult:16 afraid:16
assistance:16 bottom:16 inside:16 love:16 said:16 afternoon:15 although:15 concerned:15 grey:15 hurt:15
play:15 quarter:15 ran:15 time:15 today:15 walk:15 fine:14 mind:14 outside:14 p:14 pe:14 reminded:14 toast:14
daughter:13 site:13 bag:12 better:12 both:12 door:12 into:12 jumped:12 while:12 boys:11 but:11 by:11 daft:11
form:11 hand:11 place:11 being:10 each:10 great:10 its:10 letter:10 right:10 theyre:10 0b:9 face:9 she:9
soft:9 next:8 nine:8 past:8 there:8 think:8 did:7 thing:7 two:6 what:6 his:5 it:5 on:5 her:4 no:4 and:3 the:3
to:2 a:-3 0:-4 of:-4 with:-4 be:-5 for:-5 have:-5 him:-5 out:-5 school:-5 as:-6 asked:-6 could:-6 we:-6
will:-6 is:-7 them:-7 ive:-8 you:-9
= -5.32; site-parking about anybody
zig:137 parking:130 across:97 pavement:97 zigzags:93 reversed:84 lollipop:78 parked:72 kerb:71 slippers:66
scooter:62 silver:62 missed:59 windows:58 engine:57 drive:56 vehicle:56 corner:53 vis:53 rains:51 round:51
black:50 third:50 monitoring:48 nowadays:48 brian:47 drove:45 enquiry:45 fool:45 hospital:45 nearly:44
shift:44 opted:43 cars:42 gates:42 numpty:42 blinding:41 foot:41 merely:41 smaller:41 dressing:40 handover:40
slags:40 white:40 carrier:39 ending:39 get:39 match:39 park:39 barrier:38 ladders:38 leant:38 lorry:38
postie:38 wk:38 governor:37 passenger:37 reverse:37 topic:37 y:37 breath:36 drives:36 pyjamas:36 wound:36
along:35 bays:35 bigger:35 disabled:35 range:35 zigzag:35 assistant:32 every:32 jumpers:32 counted:31
queue:31 snapped:31 time:31 had:30 high:30 live:30 longer:30 owner:30 running:30 0rd:29 shows:29 stopped:29
today:29 lit:28 lived:28 side:28 wheels:28 driver:27 yr0:27 thinking:26 wrong:26 car:25 day:25 move:25
stops:25 wife:25 name:24 called:23 gate:23 theres:23 walking:23 appointment:22 could:22 waved:22 cost:21
key:21 matter:21 off:21 bay:20 bridge:20 dropped:20 j:20 minutes:20 main:19 again:18 bin:18 road:18 past:17
asked:16 form:16 outside:16 site:15 up:15 left:14 my:14 only:14 took:14 two:14 when:14 three:13 told:12 to:7
on:5 in:-6 is:-6 facebook:-11 as:-12 if:-15 shes:-15 after:-16 hes:-16 id:-16 want:-16 year:-16 home:-17
will:-17
= -6.07; site-filming about anybody
filming:198 filmed:86 carried:60 dozen:58 phone:53 country:52 entire:52 side:52 area:51 nativity:51 u0s:50
dangerous:49 gran:49 tik:48 tok:48 held:47 kick:47 pool:47 department:45 video:45 photographed:44 coaches:43
netball:43 students:43 accounts:42 exam:40 path:40 hip:39 mostly:39 cost:38 free:38 mock:38 floating:37
mentioning:37 viewing:37 checked:36 mortified:36 stream:36 match:35 live:34 costumes:33 options:33 taking:32
whole:32 hi:31 salaam:31 incl:30 swimming:30 toddler:30 knee:29 y0:29 front:28 helpers:28 shaking:28
visitors:28 rehearsal:27 camera:26 delete:26 allowed:25 bibs:25 changing:25 length:25 posted:25 practise:25
propped:25 some:25 watching:25 asked:24 discuss:24 gala:24 piano:24 rule:24 telephone:24 angels:23
everybodys:23 hearts:23 meant:23 recording:23 stop:23 up:23 at:22 deleted:22 getting:22 isolation:22 shot:22
was:22 but:21 paper:21 duty:20 evening:20 meeting:20 mention:19 said:19 desk:18 fence:18 recorded:18 week:18
b:17 dark:17 gate:17 pupils:17 bench:16 stands:16 stood:16 views:16 when:16 away:15 girls:15 lady:15 round:15
today:15 saying:14 were:14 morning:13 our:13 children:12 hall:12 dont:11 know:10 her:9 there:9 twice:9
before:8 could:8 of:8 she:8 year:8 it:7 on:7 the:7 us:7 i:4 your:-7 is:-8 one:-8 has:-9 my:-9 been:-10 by:-10
get:-10 ive:-10 go:-11 have:-11 hes:-11 will:-11 are:-12 called:-12 0a:-13 back:-13 got:-14
"""
"""Each kind: its bias and its deeds; its words, each with a weight in tenths."""
