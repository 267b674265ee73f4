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
= -5.81; site-abuse about anybody
effing:106 doorway:94 called:90 swore:90 ashamed:88 hatch:83 screamed:82 jobsworth:81 leaving:77 shouted:76
cow:72 numpty:71 receptionist:71 decided:67 olly:65 useless:65 certificates:64 business:62 jumped:62 s:62
touching:62 gentleman:61 livid:61 off:61 thumped:61 witch:61 front:60 jeffing:60 grandma:59 depot:58 leant:58
sit:57 disgrace:55 touchline:54 appointment:53 fg:53 mouthful:53 expect:51 f:50 fat:49 nan:49 blinding:47
gave:46 lollipop:46 mate:46 seven:46 turned:46 drivers:45 language:45 note:45 space:44 youd:44 ending:43
left:43 longer:43 pushchair:43 visitor:43 lost:42 queue:41 stood:41 headmistress:40 ing:40 watch:40
incident:39 very:39 youll:39 driver:38 few:38 inbox:38 railings:38 without:38 mouth:37 prefects:37
bringing:36 call:36 complain:36 football:36 pipe:35 right:35 times:35 kids:34 hi:33 reading:33 way:33 am:32
couple:32 governor:32 morning:32 would:32 main:31 ten:31 wanted:31 gate:30 had:30 minutes:30 dealt:29 line:29
arm:28 ref:28 agreed:27 came:27 him:27 over:27 parking:27 playground:27 id:26 worse:26 write:26 red:24 was:24
because:23 told:23 then:22 yesterday:22 but:21 lads:21 ones:21 up:21 at:20 want:20 face:19 shouting:19 log:18
time:18 wouldnt:17 said:15 she:15 until:14 let:13 an:12 down:12 me:12 went:12 both:11 a:8 the:6 and:4
know:-12 are:-15 his:-17 is:-18 dont:-19 its:-19 please:-20 can:-22 could:-22 one:-22 be:-23 has:-23 come:-28
= -6.94; site-threat about anybody
bat:104 watch:95 staffroom:79 gate:73 legs:73 mean:71 quietly:71 fifth:70 olly:69 write:65 shaken:63
problem:62 tomoz:62 note:61 cans:60 rung:60 typing:60 jerry:59 timber:59 knock:58 ringing:57 gentleman:55
quarter:55 railings:55 depot:52 fresh:52 reference:51 teaching:49 fg:48 finger:47 hatch:47 language:47
eight:46 fenwick:46 fists:46 lad:46 spoke:46 twins:46 lot:45 thru:45 ill:44 down:43 pushchair:42 drivers:41
forgive:41 mark:41 remarks:41 lane:40 playground:40 while:40 window:40 am:39 exclude:38 finish:38 meant:38
still:38 words:38 council:37 entrance:37 s:37 following:36 yard:36 junior:35 tonight:35 van:35 drove:34
radio:34 car:33 looks:33 right:33 thirty:33 tomorrow:33 hands:32 now:32 pritchard:31 pulled:31 whether:31
baseball:30 warning:30 complain:29 he:29 inbox:29 quite:29 then:29 threat:29 into:28 sorry:28 at:27 over:27
youll:27 decide:26 teeth:26 this:26 three:26 goes:25 kept:25 sleeve:25 finishes:24 somebody:24 wont:24
your:24 be:23 get:23 said:23 wife:23 by:22 him:22 im:22 will:22 again:21 going:20 know:20 had:19 his:19
room:19 throat:19 before:18 did:18 home:18 would:18 dear:17 out:17 you:17 past:16 came:15 n:15 come:13 my:13
hes:12 that:11 i:8 through:8 its:-14 one:-16 hi:-17 when:-18 dont:-19 an:-21 other:-21 our:-21 were:-22
good:-23 mum:-24 name:-25 children:-26 night:-26 because:-28 half:-28 sunday:-29 outside:-30
= -6.03; site-assault about anybody
chest:109 shoved:106 hands:96 grabbed:77 into:75 pushed:71 statements:66 red:60 netball:58 watching:58 hit:55
fetch:54 both:50 lip:50 dealt:48 drops:47 owt:47 wrist:46 rourke:45 twisted:45 bibs:44 ear:44 hard:42
challenge:39 recycling:39 ears:38 fuss:38 glasses:38 between:36 livid:36 quietly:36 inhaler:35 wanting:35
secs:34 sports:34 twins:34 brew:33 clip:33 drove:33 early:33 hair:33 quickly:33 solicitor:31 hood:30 too:30
upon:30 already:29 ashamed:29 calling:29 screamed:29 cloakroom:28 railings:28 ten:28 back:27 corridor:27
face:27 graze:27 head:27 off:27 police:27 speaking:27 broke:26 came:26 rung:26 texted:26 car:25
confidential:25 h:25 proper:25 whats:25 breakfast:24 holding:24 u0s:24 decided:23 handle:23 might:23 mum:23
wants:23 saw:22 went:22 whose:22 beside:21 getting:21 grandad:21 heard:21 said:21 today:21 trainers:21
evening:20 gate:20 get:20 happened:20 playing:20 youre:20 another:19 playground:19 quick:19 had:18 park:18
pitch:18 took:18 across:17 bit:17 broken:17 junior:17 left:17 open:17 sat:17 wall:17 bay:16 done:16 mark:16
names:16 0a:15 bus:15 after:14 did:14 id:14 kids:14 she:14 but:13 got:12 record:12 still:12 with:12 am:11
door:9 room:9 say:9 asked:7 of:7 by:6 in:6 the:3 a:-4 form:-10 its:-10 year:-10 can:-11 could:-11 if:-11
im:-11 like:-11 there:-11 who:-11 going:-12 told:-12 nobody:-13 again:-14 know:-14
= -5.68; site-damage about anybody
barrier:87 bottom:87 panel:85 quote:83 keypad:76 damage:67 plate:64 bill:55 booted:55 park:55 tied:53
drove:52 fence:51 near:51 snapped:51 wondering:48 mirror:46 reversed:46 dent:45 kicked:45 panes:45 hut:44
reference:44 team:44 field:43 cause:42 chain:42 looked:42 car:41 machine:41 scratched:41 dark:40 door:40
trailer:40 approximately:39 saw:39 caretaker:38 empty:38 foyer:38 groundsman:38 paint:38 reckons:38 traced:38
bent:37 builders:37 helmet:37 site:37 evening:35 football:35 kick:35 kicks:35 scarlet:35 seven:35 broke:34
chap:34 chucking:34 four:34 nursery:34 hurt:33 insurers:33 shows:33 wave:33 0st:32 flower:32 minibus:32
saturday:32 cable:31 cheap:31 onto:31 backs:30 wing:30 nobody:29 path:29 pick:29 pound:29 replace:28
course:27 didnt:27 everywhere:27 inner:27 plus:27 way:27 yard:27 farm:26 helped:26 meet:25 shoes:25 size:25
steps:25 windows:25 camera:24 dinner:24 perhaps:24 photographed:24 playing:24 reported:24 shaking:24 bless:23
boot:23 detention:23 ps:23 shook:23 van:23 arm:22 boarded:22 shed:22 twenty:22 off:21 book:20 cried:20
person:20 until:20 good:19 out:19 through:19 whom:19 did:18 pass:18 twice:18 your:18 glass:17 h:17 library:17
then:17 thought:17 are:16 free:16 daughter:15 lane:14 think:14 would:14 angry:13 theres:12 it:11 put:11
last:10 at:9 no:8 he:7 the:5 with:-9 again:-12 by:-12 dont:-12 home:-12 what:-13 will:-13 this:-14 she:-15
her:-17
= -5.61; site-trespass about anybody
field:108 corridor:105 badge:100 ks0:73 walked:73 looking:72 music:63 onto:59 driven:57 explain:53 gate:51
came:50 door:50 delivery:49 playing:49 approximately:48 thru:48 tax:47 through:47 traced:47 pleasant:44
mins:43 perfectly:43 cans:42 lesson:42 twisted:42 0st:41 allowed:41 insurers:41 blonde:40 radio:40 flats:39
opposite:39 black:38 covering:38 planned:38 weve:38 back:37 broken:37 neighbourhood:37 parked:37 round:37
fence:36 fetched:36 hours:36 low:36 chain:35 cloakroom:34 outside:34 reference:33 taking:33 detention:32
fenwick:32 above:31 iphone:31 room:31 upstairs:31 visitor:31 wanting:31 again:30 trespass:30 unless:30
women:30 happened:29 inhaler:29 way:29 bat:28 bins:28 cant:28 court:28 everywhere:28 morning:28 october:28
over:28 climbing:27 damage:27 n:27 padlock:27 third:27 leg:26 side:26 council:25 frame:25 grabbed:25 hadnt:25
site:25 cannot:24 come:24 found:24 red:24 bloke:23 booking:23 dealt:23 finished:23 boxing:22 cover:22 dad:22
straight:22 sunday:22 went:22 wrist:22 copy:21 fetch:21 sister:21 sign:20 known:19 near:19 signed:19
handle:18 let:18 monday:18 four:17 he:17 hes:17 desk:15 go:15 left:15 legs:15 know:14 order:14 record:14
science:14 no:13 past:13 time:13 told:13 was:13 get:12 glass:12 your:12 said:7 in:6 can:-10 it:-10 of:-10
so:-10 about:-11 an:-12 be:-12 ive:-12 if:-13 say:-13 were:-13 us:-15 phone:-16 would:-16 car:-17 dont:-17
up:-17 home:-18
= -6.11; site-pressing about anybody
appointment:84 stood:80 until:75 ended:62 effing:57 offered:57 doorway:56 explain:55 waited:53 classroom:52
touchline:52 minutes:51 door:50 hoover:50 entry:49 sit:48 daughters:46 fixture:46 followed:46 students:45
conduct:44 phonics:43 wasnt:42 leave:41 appointments:40 coaches:39 raise:39 stayed:39 pipe:38 set:38
shouting:38 yesterdays:38 answer:37 came:37 tables:37 thumped:37 evening:36 refused:36 stepped:36
apologised:35 rude:35 scheme:35 0rd:34 bands:34 front:33 logging:33 meeting:33 racks:33 couldnt:32 park:31
shaking:31 times:30 why:30 saying:29 missed:28 moving:28 sec:28 four:27 once:27 worked:27 an:26 cannot:26
drivers:26 mean:26 0th:25 across:25 day:25 each:25 frightened:25 speaks:25 twenty:25 cover:24 fetch:24
mortified:24 needed:24 shut:24 after:23 between:23 criminal:23 maybe:23 point:23 table:23 didnt:22
flagging:22 id:22 parked:22 part:22 register:22 spelling:22 car:21 carpet:21 driving:21 keeps:21 very:21
detention:20 field:20 most:20 wait:20 moved:19 shed:19 till:19 voice:19 yesterday:19 arm:18 bell:18 ref:18
email:17 fenwick:17 lads:17 log:17 reading:17 staff:17 outside:16 said:16 walked:16 not:15 she:15 then:15
wants:15 down:14 go:14 0a:13 about:13 me:13 tuesday:13 way:13 five:12 parents:12 book:11 he:11 second:11
at:10 only:9 i:8 this:7 my:6 and:4 a:-7 you:-8 have:-10 off:-11 one:-11 two:-11 dont:-12 they:-12 them:-13
your:-13 been:-14 is:-15 gate:-16
= -5.46; site-alcohol about anybody
cans:126 lager:104 vaping:89 carrier:87 smoking:79 drink:77 slurring:76 alcohol:69 keys:69 sandpit:67
strongly:67 drinking:64 sang:64 wasnt:64 drunk:60 everywhere:60 smell:58 clouds:56 mango:56 vape:56
singing:55 stand:53 among:52 festival:52 pitch:52 hardly:51 junior:51 playground:50 bench:49 disco:49
dropped:49 fell:48 subs:48 tennis:47 boys:44 kiddies:44 evening:43 wife:43 eyes:42 three:42 tombola:42
handover:41 passenger:41 reverse:41 carried:40 christmas:40 loud:40 empties:39 sake:39 smaller:39 breath:38
clearly:38 foot:38 y:38 coat:37 knocked:37 mate:37 playing:37 saturday:37 sheets:37 touchline:37 blonde:36
went:36 wind:36 flats:35 ones:34 assistant:33 away:33 cars:33 courts:33 field:33 kit:33 home:32 past:32
corner:31 lit:31 pack:31 taxi:31 0nd:30 beer:30 fathers:30 onto:30 steam:30 tales:30 cant:29 sat:28
mortified:27 nodded:27 remind:27 unpleasantness:27 straight:26 awkward:25 bike:25 driven:25 open:25
thinking:25 instead:24 noticed:24 route:24 ten:24 gates:23 fair:22 kerb:22 left:22 mind:22 other:22 shed:22
them:21 great:20 him:20 over:20 yeah:20 w:19 walked:19 nasty:18 right:18 stop:18 could:17 hand:17 hope:17
opened:17 took:16 first:15 he:15 half:13 lot:13 of:12 one:12 up:12 was:12 with:12 asked:11 at:10 came:8 no:8
i:6 her:-8 be:-11 says:-12 is:-13 my:-13 out:-14 hi:-15 like:-15 who:-15 hes:-16 phone:-16 has:-17 please:-17
since:-17
= -5.91; site-dogs about anybody
dog:110 dogs:106 playground:86 lead:70 infant:67 spaniel:62 brings:51 friendly:49 sign:46 trim:44 trail:43
large:41 gate:40 bred:39 exercises:39 skin:39 brown:38 muddy:36 paws:36 stroke:36 mess:35 big:33 pointed:33
tied:31 granddaughter:30 stepped:29 terrier:29 excuse:28 business:27 biting:26 mentioned:26 plaster:26
playing:26 field:25 rugby:25 hadnt:24 ks0:24 shoes:24 signs:24 brindle:23 broke:23 meet:23 railings:23
waiting:23 waits:23 exactly:22 hats:21 biscuit:20 most:20 screamed:20 tree:20 yard:20 ate:19 brought:19
knocked:19 climbed:18 shouldnt:18 than:18 faithfully:17 friendship:17 madam:17 off:17 pick:17 stayed:17
adult:16 afraid:16 assistance:16 bottom:16 inside:16 love:16 play:16 said:16 today:16 although:15
concerned:15 grey:15 hurt:15 quarter:15 ran:15 time:15 afternoon:14 fine:14 mind:14 outside:14 pe:14
reminded:14 toast:14 walk:14 daughter:13 p:13 site:13 bag:12 better:12 both:12 door:12 into:12 jumped:12
while:12 boys:11 but:11 by:11 daft:11 form:11 hand:11 place:11 right:11 being:10 each:10 its:10 letter:10
thanks:10 theyre:10 0b:9 face:9 she:9 soft:9 yours:9 next:8 nine:8 past:8 there:8 think:8 did:7 two:6 what:6
his:5 it:5 on:5 her:4 no:4 and:3 the:3 to:2 of:-4 0:-5 for:-5 him:-5 school:-5 with:-5 as:-6 asked:-6 be:-6
out:-6 will:-6 hi:-7 is:-7 them:-7 we:-7 ive:-8 you:-9
= -5.31; site-parking about anybody
zig:137 parking:135 pavement:99 across:97 zigzags:92 reversed:84 lollipop:79 kerb:72 parked:71 slippers:68
silver:63 missed:60 engine:56 drive:55 scooter:55 vehicle:55 windows:55 corner:51 round:51 third:51
nowadays:50 vis:50 black:49 brian:49 monitoring:49 drove:46 enquiry:45 fool:45 hospital:45 cars:44 nearly:44
opted:44 shift:44 blinding:42 merely:42 numpty:41 slags:41 white:41 dressing:40 gates:40 get:40 handover:40
match:40 smaller:40 carrier:39 foot:39 ladders:39 park:39 barrier:38 wk:38 wound:38 along:37 drives:37
ending:37 governor:37 leant:37 lorry:37 topic:37 y:37 breath:36 passenger:36 pyjamas:36 reverse:36 bays:35
bigger:35 postie:35 range:34 zigzag:34 disabled:33 jumpers:33 queue:33 assistant:32 every:31 had:31
snapped:31 time:31 counted:30 live:30 0rd:29 high:29 lived:29 longer:29 owner:29 driver:28 lit:28 running:28
shows:28 side:28 stopped:28 wheels:28 headmistress:27 today:27 wife:27 yr0:27 thinking:26 day:25 move:25
stops:25 wrong:25 appointment:24 car:24 called:23 gate:23 theres:23 again:22 name:22 walking:22 cost:21
could:21 dropped:21 matter:21 off:21 waved:21 key:20 bridge:19 minutes:19 bay:18 bin:18 j:18 main:18 road:18
past:17 asked:16 outside:16 form:15 took:15 two:15 up:15 when:15 left:14 only:14 site:14 three:14 my:13
told:12 to:7 on:4 in:-6 is:-6 says:-10 as:-12 hes:-15 if:-15 shes:-15 want:-15 year:-15 after:-16 id:-16
home:-17 will:-17
= -6.07; site-filming about anybody
filming:202 filmed:84 dozen:60 carried:59 area:53 entire:53 country:52 nativity:52 side:52 u0s:52 phone:51
gran:50 dangerous:49 kick:48 pool:48 tik:48 tok:48 held:47 video:47 department:45 photographed:44 students:44
mostly:43 accounts:42 netball:42 exam:40 coaches:39 hip:39 cost:38 mentioning:38 mock:38 path:38 viewing:38
checked:37 floating:37 free:37 mortified:36 incl:35 match:35 live:34 options:34 costumes:33 taking:33
whole:33 salaam:31 toddler:31 front:30 knee:30 swimming:30 helpers:29 shaking:29 y0:29 camera:27 rehearsal:27
visitors:27 changing:26 delete:26 allowed:25 asked:25 bibs:25 piano:25 practise:25 propped:25 stream:25
watching:25 discuss:24 gala:24 meant:24 posted:24 rule:24 some:24 telephone:24 angels:23 but:23 hearts:23
recording:23 shot:23 up:23 was:23 deleted:22 everybodys:22 getting:22 isolation:22 stop:22 at:21 duty:21
hi:21 length:21 meeting:21 paper:21 mention:19 pointed:19 said:19 dark:18 desk:18 evening:18 fence:18
pupils:18 week:18 recorded:17 stood:17 b:16 bench:16 gate:16 stands:16 views:16 when:16 girls:15 lady:15
round:15 today:15 saying:14 away:13 our:13 were:13 hall:12 dont:11 children:10 know:10 could:9 her:9 of:9
there:9 twice:9 before:8 she:8 year:8 it:7 on:7 the:7 us:7 i:4 my:-7 one:-7 is:-8 your:-8 has:-9 been:-10
by:-10 get:-10 ive:-10 go:-11 have:-11 hes:-11 will:-11 are:-12 called:-12 0a:-13 back:-13 got:-14
"""
"""Each kind: its bias and its deeds; its words, each with a weight in tenths."""
