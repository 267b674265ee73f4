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
}
"""SHA-256 of each source, its emails and what is true of them."""
WEIGHTS = """
= -5.65; site-abuse about anybody
effing:106 doorway:86 called:83 screamed:80 ashamed:74 shouted:70 expect:67 hatch:66 leaving:66 gentleman:64
receptionist:64 language:63 thumped:63 swore:62 livid:60 decided:59 lollipop:59 front:58 sit:56 business:54
certificates:53 hi:53 jumped:53 off:53 cow:52 ing:52 jeffing:52 note:50 fell:48 main:48 sign:48 touching:48
foot:47 sad:47 disgrace:46 f:46 jobsworth:46 mouth:46 mouthful:46 turned:46 appointment:45 fat:45 witch:45
blinding:44 depot:44 drivers:44 useless:44 driver:43 seven:43 way:43 fg:42 gave:42 stood:42 incident:40
space:40 kids:39 playground:39 without:39 football:38 left:38 right:38 governor:37 nan:37 times:37 pipe:36
touchline:36 mate:35 pushchair:35 write:35 ending:34 prefects:34 red:34 because:33 would:33 bringing:32
few:32 gate:32 had:32 id:32 longer:32 youd:31 youll:31 complain:30 him:30 morning:30 ten:30 reception:28
told:28 classroom:27 dealt:27 drive:27 reading:27 am:26 inbox:26 lads:26 over:26 registration:25 saturday:24
wouldnt:24 at:23 face:23 opposite:23 j:22 line:22 parking:22 shouting:22 worse:22 agreed:21 was:21 window:21
yesterday:21 both:20 down:20 ever:20 minutes:20 ones:20 today:20 an:19 came:19 five:18 isnt:18 through:18
up:18 went:18 but:16 or:16 go:14 she:14 said:12 that:11 book:10 a:8 me:7 and:5 the:5 ive:-13 your:-13 is:-14
dont:-15 are:-16 one:-18 there:-18 come:-19 his:-19 its:-19 please:-20 be:-21 know:-21 has:-23 same:-30
= -6.52; site-threat about anybody
mean:72 write:72 fenwick:70 bat:68 watch:62 quietly:61 seat:60 lad:59 note:58 rung:56 typing:55 knock:54
reference:51 stand:51 depot:50 looks:50 gate:49 hedge:48 down:47 fg:47 teaching:47 am:46 drivers:46
tomorrow:46 tried:46 leaving:45 playground:45 entrance:43 fists:43 thirty:43 ill:42 legs:42 problem:42
hands:41 lift:41 registers:41 tomoz:41 wife:41 orthodontist:40 pulled:40 drove:39 window:39 forgive:38
ringing:38 stick:38 exclude:37 warning:37 believe:36 cans:36 junior:36 language:36 somewhere:36 tonight:36
finish:35 starts:35 complain:34 pushchair:33 shoved:33 sorts:33 before:32 finishes:32 urgent:32 baseball:31
d:31 threat:31 youll:31 desk:30 heard:30 inbox:30 op:30 now:29 played:29 sleeve:29 ten:29 twins:29 words:29
going:28 medical:28 white:28 your:28 car:27 across:26 him:26 leaned:26 somebody:26 trying:26 break:25
front:25 perhaps:25 smiled:25 teeth:25 together:25 you:25 bar:24 using:24 at:23 g:23 goes:23 he:23 read:23
said:23 yard:23 minute:22 monday:22 quarter:22 still:22 throat:22 warn:22 again:21 laughing:21 club:20
this:20 get:19 into:19 out:19 three:19 0c:18 broke:18 off:18 room:18 by:17 ive:17 next:17 over:17 six:17
came:16 his:15 my:15 hes:14 through:14 will:14 with:13 week:12 put:10 be:9 i:8 there:4 a:-7 on:-9 me:-11
year:-11 form:-12 one:-12 its:-14 mum:-18 never:-18 were:-20 outside:-21 because:-25 when:-25
= -6.08; site-assault about anybody
hands:91 chest:88 grabbed:74 shoved:73 pushed:70 red:65 into:62 netball:62 hit:59 watching:57 bibs:55 lip:53
ear:51 dealt:49 ears:46 fuss:46 owt:46 twisted:44 both:41 hard:39 wanting:39 early:38 challenge:37 clip:37
recycling:37 upon:37 glasses:35 came:34 livid:34 between:33 hair:33 inhaler:33 quietly:33 rung:33 quickly:32
secs:32 cloakroom:31 drove:31 fetch:31 solicitor:31 sports:31 ten:31 too:31 already:30 ashamed:30 back:30
calling:30 face:30 head:30 h:29 railings:29 breakfast:28 car:28 gate:28 twins:28 whats:28 graze:27 hood:27
lobby:27 proper:27 saw:27 screamed:27 broke:26 might:26 squad:26 texted:26 entered:25 0a:24 getting:24 off:24
speaking:24 confidential:23 handle:23 u0s:23 wrist:23 barrier:22 decided:22 grandad:22 happened:22 said:22
finished:21 get:21 heard:21 playing:21 police:21 today:21 went:21 youre:21 holding:20 pitch:20 junior:19
left:19 playground:19 touchline:19 incident:18 names:18 park:18 wall:18 broken:17 id:17 open:17 record:17
across:16 another:16 got:16 had:16 mark:16 mum:16 corridor:15 kids:15 lot:15 still:15 took:15 but:14 make:14
room:14 wants:14 am:13 bit:13 door:13 hall:13 saturday:12 with:12 by:11 say:11 she:11 didnt:10 after:8
asked:8 now:8 because:7 his:7 in:7 of:7 at:6 the:3 a:-4 form:-9 its:-9 told:-9 if:-10 there:-10 will:-10
year:-10 can:-11 could:-11 im:-11 who:-11 again:-13 know:-13
= -5.6; site-damage about anybody
barrier:89 panel:73 keypad:70 quote:64 damage:62 bottom:61 booted:58 mirror:55 reference:51 tied:51
trailer:51 field:50 snapped:50 bill:48 wondering:48 site:47 dent:46 builders:45 park:45 chain:43 hut:43
seven:43 caretaker:42 empty:42 paint:42 scratched:42 size:42 nursery:41 machine:40 team:40 hurt:39
reversed:39 boarded:38 car:38 door:38 chap:37 helmet:37 near:37 foyer:36 insurers:36 reckons:36 shows:36
0st:35 minibus:35 kick:34 plate:34 saw:34 yard:34 chucking:33 notice:33 onto:33 path:33 planned:33 wave:33
covering:32 nobody:32 scarlet:32 unless:32 wing:32 backs:31 cable:31 kicks:31 railings:31 didnt:30 pound:30
course:29 detention:29 kicked:29 pick:29 until:29 dinner:28 windows:28 broke:27 drove:27 four:27
photographed:27 steps:27 twenty:27 reported:26 shoes:26 above:25 farm:25 meet:25 book:24 everywhere:24
helped:24 hood:24 perhaps:24 playing:24 ps:24 shaking:24 shed:24 smashed:24 angry:23 bless:23 cried:23
lane:23 person:23 shook:23 side:23 boot:22 coat:22 off:22 pass:22 then:22 twice:22 h:21 insurance:21
library:21 swear:21 free:19 bin:18 cross:18 subject:18 thought:18 ought:17 out:17 think:17 yesterday:17
some:16 daughter:15 front:15 gate:15 same:15 theres:15 are:14 staff:14 your:14 at:13 van:13 would:13 it:12
last:12 no:12 little:11 still:10 he:9 put:9 the:6 with:-7 home:-10 if:-11 will:-11 get:-12 she:-12 this:-12
told:-12 what:-12 by:-15 her:-15
= -5.63; site-trespass about anybody
field:98 badge:97 corridor:87 walked:86 looking:68 door:59 driven:58 onto:58 music:56 tax:52 cans:50
delivery:50 explain:49 ks0:46 allowed:44 fence:44 playing:43 came:41 mins:41 0st:40 cloakroom:40 insurers:40
fenwick:39 parked:38 twisted:38 black:37 broken:37 gate:36 planned:36 refuse:36 bother:35 covering:35
opposite:35 blonde:34 damage:34 low:34 unless:34 chain:33 council:33 flats:33 lesson:33 outside:33 side:33
detention:32 same:32 padlock:31 reference:31 wanting:31 happened:30 taking:30 above:29 booking:29 found:29
quote:29 sunday:29 women:29 back:28 drinking:28 finished:27 known:27 morning:27 perfectly:27 boxing:26
gave:26 inhaler:26 kitchen:26 past:26 round:26 visitor:26 boots:25 hadnt:25 room:25 again:24 attendance:24
court:24 cut:24 everywhere:24 four:24 suggest:24 went:24 climbing:23 frame:23 panel:23 red:23 through:23
cannot:22 dealt:22 fetch:22 grabbed:22 milk:22 near:22 no:22 record:22 site:22 waited:22 wrist:22 display:21
empty:21 football:21 bloke:20 he:20 let:20 sister:20 way:20 copy:19 glass:19 left:19 reception:19 straight:18
see:17 handle:16 only:16 term:16 was:16 desk:15 minutes:15 over:15 signed:15 your:15 away:14 go:14 know:14
order:14 sign:14 wanted:14 him:13 playground:12 there:12 time:11 off:10 mum:9 said:9 asked:6 in:6 not:4 of:-8
with:-8 it:-9 from:-11 because:-12 if:-12 im:-12 about:-13 dont:-14 home:-14 were:-14 phone:-15 since:-15
would:-15 up:-16
= -5.83; site-pressing about anybody
stood:78 until:73 doorway:56 effing:54 ended:54 minutes:52 touchline:52 waited:52 appointments:49
appointment:48 hoover:48 entry:47 explain:47 sit:47 door:45 phonics:45 raise:44 answer:43 coaches:43
classroom:42 fixture:42 students:42 apologised:39 scheme:39 followed:38 front:38 shouting:38 wasnt:38
stepped:37 came:36 stayed:36 daughters:35 thumped:35 yesterdays:35 conduct:34 meeting:34 pipe:34 evening:33
logging:33 why:32 shaking:31 moving:30 refused:30 table:30 tables:30 offered:28 saying:28 cover:27 rude:27
spelling:27 times:27 drivers:26 driving:26 needed:26 twenty:26 across:25 couldnt:25 didnt:25 flagging:25
mean:25 min:25 moved:25 park:25 parked:25 starting:25 till:25 worked:25 0aa:24 an:24 between:24 criminal:24
frightened:24 mortified:24 screening:24 after:23 handover:23 leave:23 maybe:23 said:23 start:23 zz0:23
already:22 cannot:22 id:22 ref:22 yesterday:22 four:21 most:21 part:21 point:21 voice:21 field:20 log:20
tutor:20 down:19 email:19 not:19 once:19 walked:19 detention:18 fenwick:18 way:18 lead:17 make:17 none:17
outside:17 set:17 arm:16 five:16 lads:16 car:14 tuesday:14 hi:13 move:13 second:13 she:13 0a:12 corridor:12
did:12 go:12 me:12 office:12 reading:12 sat:12 would:12 0b:11 about:11 book:11 this:11 wouldnt:11 gone:10
i:10 he:9 at:8 my:7 a:-6 his:-8 you:-8 hes:-9 off:-9 dont:-10 have:-10 who:-10 your:-10 one:-11 them:-11
they:-11 been:-12 gate:-12 is:-14
= -5.49; site-alcohol about anybody
cans:105 lager:84 vaping:83 smoking:73 slurring:70 sandpit:67 strongly:66 keys:63 smell:63 wasnt:60 drunk:58
pitch:58 singing:58 clouds:57 mango:57 subs:57 vape:57 disco:56 everywhere:56 touchline:54 playground:52
stand:52 drink:51 carrier:50 loud:48 fell:47 junior:45 three:45 carried:44 handover:44 hardly:44 clearly:43
festival:43 coat:41 courts:41 0nd:40 breath:40 eyes:40 flats:40 insulted:40 smaller:40 w:40 y:40 blonde:39
boys:39 rolled:39 sang:39 sheets:39 tales:39 beautiful:38 wind:38 bench:37 corner:37 knocked:37 lit:37
mortified:37 past:37 mate:36 onto:36 route:36 saturday:36 sooner:36 u0:36 assistant:35 dropped:35
newspaper:35 playing:35 drinking:34 easy:34 sat:34 went:34 wife:34 brian:33 evening:33 friendship:33 sake:33
steam:33 women:33 counted:32 empties:32 cant:31 driven:31 fathers:31 kit:31 ones:31 straight:31 beer:30
cars:30 unpleasantness:30 christmas:29 awkward:28 home:28 instead:28 remind:28 nodded:27 v:27 bike:26
collected:26 lead:26 ten:26 thinking:26 fair:25 other:25 over:25 picking:24 took:24 shed:23 wear:23 yeah:23
great:22 texts:22 gates:21 poor:21 right:21 stop:21 display:20 hand:19 hope:19 open:19 could:18 them:18
behind:17 half:17 him:17 lot:17 one:16 happy:14 both:13 let:13 up:13 at:12 came:12 he:12 of:12 quarter:12
with:12 your:11 was:10 his:9 i:9 her:-9 is:-11 my:-12 out:-13 0a:-14 who:-14 going:-15 hes:-15 has:-16
please:-17
= -5.79; site-dogs about anybody
dog:109 dogs:101 playground:75 spaniel:64 infant:63 lead:61 friendly:56 brings:48 large:46 trail:45 sign:44
trim:44 exercises:38 gate:36 skin:36 terrier:36 brown:35 muddy:35 paws:35 stroke:35 granddaughter:32 mess:32
tied:32 plaster:31 excuse:30 big:29 stepped:29 field:27 mentioned:27 waiting:27 playing:26 rugby:25 biting:24
shoes:24 although:23 bobble:23 exactly:23 hadnt:23 hats:23 railings:23 biscuit:22 broke:22 meet:22 most:22
waits:22 business:21 knocked:21 assistance:20 than:20 screamed:19 time:19 tue:19 brought:18 love:18
reminded:18 speak:18 afternoon:17 bottom:17 play:17 quarter:17 shouldnt:17 p:16 pick:16 signs:16 afraid:15
grey:15 harmless:15 ks0:15 midday:15 said:15 today:15 walk:15 better:14 by:14 door:14 fine:14 into:14 mind:14
mud:14 while:14 adult:13 daughter:13 jumped:13 reception:13 right:13 yard:13 being:12 each:12 off:12
outside:12 boys:11 carol:11 hand:11 inside:11 but:10 great:10 only:10 past:10 pe:10 bag:9 dinner:9 face:9
form:9 its:9 nine:9 place:9 run:9 there:9 think:9 letter:8 next:8 september:8 she:8 did:7 does:7 their:7
again:6 all:6 his:6 it:6 no:6 write:6 her:5 two:5 on:4 that:4 and:3 the:3 to:3 a:-3 for:-3 0:-4 of:-4
school:-4 this:-4 as:-5 asked:-5 be:-5 facebook:-5 from:-5 have:-5 one:-5 could:-6 tell:-6 we:-6 will:-6
is:-7 them:-7 ive:-8 you:-8
= -5.18; site-parking about anybody
parking:119 zig:109 zigzags:108 across:90 pavement:89 reversed:75 silver:73 kerb:72 lollipop:71 vehicle:64
engine:63 corner:61 scooter:58 windows:57 barrier:53 third:49 black:48 round:48 drove:47 foot:46 parked:46
fool:44 shift:44 vis:43 brian:42 monitoring:42 nowadays:42 along:41 gates:41 stops:41 drive:40 hospital:40
get:39 cars:38 merely:38 ending:37 happened:37 blinding:36 smaller:36 snapped:36 0rd:35 handover:35 match:35
nearly:35 numpty:35 disabled:34 driver:34 governor:34 park:34 running:34 today:34 bay:33 grandson:33
nicely:33 bigger:32 breath:32 carry:32 leant:32 longer:32 time:32 y:32 queue:31 range:31 gate:30 side:30
wk:30 drives:29 high:29 j:29 owner:29 route:29 appointment:28 assistant:28 blasting:28 day:28 dressing:28
every:28 lit:28 lorry:28 pink:28 slags:28 waved:28 wound:28 registration:27 yr0:27 council:26 inches:26
shows:26 speed:26 white:26 car:25 dropped:25 had:25 again:24 called:24 jumpers:24 missed:24 move:24 name:24
wrong:24 instead:23 past:23 thinking:23 walking:23 wife:23 key:22 lived:22 bin:21 came:21 jealous:21 could:20
woman:20 bridge:19 left:19 matter:19 road:19 theres:19 cost:18 when:18 live:17 off:17 stuck:16 three:16
life:15 ten:14 up:14 an:13 asked:13 my:13 told:13 before:12 two:12 to:7 on:6 the:5 he:-9 in:-9 facebook:-11
hes:-12 said:-13 want:-13 after:-14 been:-14 come:-14 just:-14 shes:-14 year:-14 dont:-15 home:-15 will:-15
= -5.9; site-filming about anybody
filming:192 area:57 dozen:55 held:54 entire:52 nativity:52 department:51 filmed:49 pool:49 u0s:49
dangerous:48 phone:48 tik:46 tok:46 coaches:45 kick:45 students:45 video:45 photographed:41 carried:40
mostly:40 accounts:39 path:39 checked:38 side:38 cost:36 exam:36 live:36 floating:35 mock:35 mortified:35
costumes:34 country:34 options:34 stream:34 toddler:34 mentioning:33 viewing:33 whole:33 taking:32 match:31
salaam:31 shaking:31 swimming:31 front:30 length:30 rehearsal:29 some:29 delete:27 gala:27 helpers:27 knee:27
propped:27 free:26 hi:26 asked:25 changing:25 discuss:25 piano:25 practise:25 harvest:24 meant:24
recording:24 shot:24 watching:24 along:23 b:23 evening:23 everybodys:23 hearts:23 paper:23 stop:23 angels:22
duty:22 gate:22 meeting:22 rule:22 up:22 was:22 bench:21 fence:21 at:20 but:20 deleted:20 desk:20 week:20
y0:20 hiding:19 hole:19 mention:19 pupils:19 recorded:19 stood:19 away:18 dark:18 minute:18 posted:18 said:18
stands:18 camera:17 field:17 shelter:17 hall:16 views:16 allowed:15 playground:15 saying:15 site:15 today:15
hedge:14 morning:14 class:13 others:13 were:13 when:13 children:12 twice:12 year:12 know:11 still:11
before:10 dont:10 her:10 she:10 thursday:10 too:10 us:10 could:9 it:8 of:8 round:8 there:8 the:7 on:5 is:-7
my:-7 by:-8 has:-8 down:-10 one:-10 then:-10 are:-11 back:-11 because:-11 have:-11 will:-11 got:-12 your:-12
hes:-14 0a:-15
"""
"""Each kind: its bias and its deeds; its words, each with a weight in tenths."""
