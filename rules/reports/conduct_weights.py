"""Weights of words for kinds of conduct online: written by tests/tools/learn_conduct.py, never by hand."""

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
= -5.76; allegation about staff
conservatory:117 marks:108 true:83 squad:75 collar:68 guess:66 comments:65 pinned:65 stinking:64 knows:63
money:63 rumour:63 ask:62 raised:62 rourke:61 trim:61 trail:60 covering:59 mock:58 nodded:58 accounts:57
dept:57 truth:57 stinks:56 tolliver:55 places:54 serving:52 shared:52 tales:52 attendance:51 cheque:51
daily:51 fiddling:50 published:50 registers:50 something:50 answers:49 believe:49 elses:49 logged:49 penny:49
boys:48 shook:47 fair:46 facebook:45 trip:45 comment:44 thread:44 figure:43 whichever:43 checked:42
chicken:42 kid:42 sends:42 summer:42 drama:41 drinking:41 went:41 bloke:40 covered:40 eastmere:40 either:40
page:40 salary:40 throat:39 wholl:39 add:38 fenwick:38 presents:38 grabbed:37 leads:37 live:36 telling:36
biggest:35 world:35 completed:33 idea:33 member:33 standing:33 eye:32 finger:32 new:32 parent:32 tutor:32
hid:31 invoice:31 know:31 lifts:31 slept:31 where:31 beside:30 fact:30 stream:30 people:29 everyone:28
canteen:27 listen:27 shouldnt:27 c:26 meant:26 room:26 speak:26 bottle:25 cash:25 every:25 queen:25 these:25
date:24 governors:24 father:23 nights:23 dinner:22 say:22 why:22 nothing:21 tuesday:21 lad:20 form:19
never:19 nobody:19 pritchard:19 seen:19 dont:18 has:18 should:18 signed:18 get:17 its:16 each:15 it:13
because:12 of:11 this:11 we:11 that:10 there:9 for:8 the:8 to:7 me:-9 be:-11 with:-13 hi:-17 who:-17 her:-18
said:-18 was:-19 letter:-20 when:-21 your:-25
= -4.7; criticism about school; criticism about staff
petition:124 marking:104 ringing:98 google:93 pre:88 signatures:86 everybody:84 joke:74 lets:73 answer:71
rhyl:66 complaints:62 flatten:62 shambles:62 canteen:61 cheque:60 daily:60 facebook:60 stories:59 scheme:58
cigarette:57 homework:57 sh:57 toaster:57 post:56 tagged:56 done:55 far:54 rude:54 crash:53 should:53
blazers:52 calculator:52 complaint:52 reviews:52 fireguard:51 honest:51 share:51 pile:50 reply:50
northgatebridge:49 page:49 rang:49 complained:48 curtains:48 review:48 these:48 tap:47 episode:46 signed:46
trim:46 charisma:45 trail:45 schools:44 theres:44 friends:43 joint:43 reading:43 agree:42 podcast:42
school:42 way:42 bunch:41 couldnt:41 department:41 think:41 top:41 bothered:40 buggy:40 fed:40 led:40
paper:40 rather:40 run:40 tests:40 weeks:40 world:40 deposit:39 jumped:39 lid:39 stars:39 tag:39 commented:38
comments:38 emailed:38 enough:38 oh:38 requested:38 standing:38 havent:37 twitter:37 nobody:35 posted:35
sack:35 beside:34 cat:34 hearing:34 well:34 fair:33 public:33 forward:32 else:31 note:30 parents:29 sets:29
online:28 another:27 id:27 criminal:26 hi:25 saved:25 teach:25 twice:25 pritchard:24 nothing:23 running:23
instead:22 opens:22 runs:22 where:21 emails:20 us:20 harebell:19 moved:17 read:17 rain:16 but:14 third:14
minutes:12 under:10 that:9 to:9 no:8 at:-3 out:-11 0:-12 had:-12 if:-15 we:-15 me:-17 tell:-18 was:-18
year:-18 or:-19 what:-19 go:-20 then:-20 him:-23 november:-25 which:-27
= -4.06; words about parent
whatsapp:133 sa:131 woman:111 tags:92 sanctimonious:90 mel:87 gob:82 writer:82 cockapoo:79 al:78 netball:77
received:77 din:76 faced:73 visible:71 emojis:70 claims:65 homepost:64 hun:63 standard:63 poster:62
forwarded:61 wouldnt:60 scarecrow:59 mums:58 sure:58 academys:57 immediate:55 raffle:55 another:53 pick:53
major:52 group:51 holds:50 milk:49 example:48 lots:48 mardy:48 pig:48 zebra:48 moo:47 thinks:47 boiled:46
chat:46 fb:46 hidden:46 muck:46 dress:45 horrible:45 look:45 plank:45 egg:44 falling:44 report:44 row:44
tagged:44 whos:43 yesterdays:43 called:42 emailed:42 everyone:42 mother:42 whom:42 bat:41 cow:41 owns:40
screenshot:40 donkey:38 looking:38 advice:37 da:36 face:36 turned:35 tutor:35 lights:34 like:34 pe:33 poll:33
aimed:32 fur:32 mum:32 rude:32 shown:32 stuck:32 thick:32 town:32 comments:31 nov:31 queen:29 say:29 post:28
bother:27 people:27 r:27 very:27 knickers:26 feral:25 whole:25 bits:23 sick:23 under:23 also:22 e:22 front:22
its:21 other:21 lady:20 up:20 am:19 drive:19 im:19 0c:17 a:17 hurt:15 parents:15 shes:14 jumped:11 one:9
the:-5 my:-9 out:-9 for:-10 is:-11 said:-11 with:-11 all:-15 will:-15 him:-16 so:-17 there:-17 his:-18
can:-19 dear:-19 nobody:-19 or:-20 told:-20 been:-21 off:-21 little:-22 wants:-22 they:-24 are:-25 dads:-25
how:-25 time:-27 morning:-30 he:-31 grass:-33 online:-35 teacher:-39
= -5.27; words about pupil
slap:126 goal:91 surname:90 thief:88 little:85 lump:84 kid:79 shares:79 thick:78 feral:76 ruining:76 rice:75
virus:75 panto:73 wants:72 known:70 spiteful:70 ought:69 everybodys:67 arrangement:66 named:66 naming:66
ride:66 needs:65 fat:63 earth:60 grip:58 party:58 putting:58 sort:58 spoilt:58 lives:57 mince:57 aware:56
awkward:56 exactly:56 play:56 kids:54 planks:54 juniors:52 laughing:52 letters:51 pet:51 stuff:51 old:50
sat:50 sos:50 bannister:49 brownies:49 keeper:49 lead:49 everyone:48 someone:48 teachers:48 turned:48
accident:47 biting:47 cry:47 dad:47 mates:47 pupil:46 want:45 0d:44 grown:44 having:43 taking:42 0b:41
horrible:41 madam:41 words:41 poor:40 shown:40 girl:39 grandfather:39 wont:38 year:38 0as:37 elses:37 idle:37
shared:37 twelve:37 post:36 screen:36 stinks:36 tagged:36 apparently:34 big:34 church:34 friends:34 put:34
lunch:33 obliged:33 child:32 concern:32 mother:31 nasty:31 sack:31 see:31 as:30 granddaughter:30 group:30
stopped:30 ten:30 which:30 facebook:29 give:29 mums:29 split:29 that:28 who:28 biter:27 eleven:27 our:27
report:27 comments:26 whatsapp:26 stock:25 date:24 down:24 form:24 parent:24 has:23 word:23 hes:22 parents:20
brick:19 carer:19 so:19 about:18 this:17 got:16 name:14 in:6 a:5 of:-10 the:-10 on:-12 to:-12 said:-21
going:-22 under:-23 we:-23 are:-26 go:-27 will:-27 office:-28 now:-30 teach:-34 screenshot:-38 then:-41
= -2.68; words about staff
apostrophes:167 clowns:121 teach:107 giving:101 lazy:100 sack:93 google:89 glorified:87 teacher:86 added:85
screenshot:85 facebook:81 massive:81 submission:77 apparently:75 comment:75 dried:74 ladies:74 re:73
conservatory:72 marlowick:71 nineteen:71 grass:67 principal:67 shoe:67 bother:66 couldnt:66 form:65
pritchard:65 response:65 smug:64 wally:64 dinner:63 teachers:63 jobsworths:62 these:62 joke:60 post:60
friends:59 clock:58 poll:58 showed:58 jumped:57 clown:56 gilet:56 witch:56 drama:55 voice:55 wife:54 part:53
rang:51 run:51 drip:50 online:50 should:50 chair:49 daft:49 commented:48 slags:48 miserable:47 tutors:46
crash:45 filled:45 marking:45 face:44 idiots:44 radge:44 wet:44 agreed:43 calculator:43 conduct:43 idle:42
captain:41 useless:41 chat:40 loads:40 done:39 lemons:39 bat:38 like:38 page:38 x:37 bit:36 file:35 call:34
d:34 silly:34 than:33 better:31 bunch:31 revision:31 spreadsheet:31 but:28 public:28 right:28 clueless:26
hits:26 she:26 twitter:25 y0:25 laughing:24 put:23 0a:22 know:22 rourke:22 as:21 who:19 up:18 a:17 is:14
of:10 are:7 new:5 to:-7 his:-8 the:-9 and:-11 was:-12 at:-13 me:-13 year:-13 had:-15 be:-18 because:-18
two:-18 in:-19 from:-20 hes:-23 door:-28 we:-28 other:-29 please:-29 him:-30 im:-30 he:-31 photos:-33
after:-34 get:-34 no:-35 say:-35 children:-37 trip:-38 september:-39 room:-40 named:-41 crest:-44 photo:-44
emojis:-50 thinks:-51 petition:-57
= -5.89; claim about staff; claim about school; claim about parent; claim about pupil
failed:118 untrue:113 conservatory:107 fiddling:106 fact:100 quid:93 misuse:85 sixth:80 claims:78 shutting:78
truth:78 attendance:76 marks:74 cash:73 jokes:71 principals:71 squad:71 announced:68 checked:66 guess:65
inspection:64 money:63 marketplace:62 trim:61 believe:60 summer:60 trail:60 true:60 cheque:58 daily:58
northgate:58 investigated:57 leavers:56 mock:56 governors:55 sets:54 tales:53 accounts:52 dept:51 false:51
page:51 sends:50 guts:49 staffroom:49 serving:48 whichever:48 wholl:48 answers:47 fair:47 leads:47
together:47 knows:46 post:46 tolliver:46 hip:45 new:45 boys:44 rubbish:44 word:44 yet:44 liar:43 shared:43
background:42 thief:42 comment:40 none:40 paid:40 sorts:40 telling:40 chicken:39 facebook:39 pencil:39
bank:38 kitchen:38 nasty:38 regards:38 tutor:37 something:36 academy:35 pile:35 simply:35 families:34
invented:34 licence:34 make:34 part:34 turned:34 passed:33 whole:33 chips:32 know:32 ask:31 comments:31
eastmere:31 few:30 where:30 c:29 committee:28 either:28 knew:28 went:28 its:27 parent:27 puts:27 reported:27
bridge:25 case:25 chair:24 might:24 nothing:24 rather:24 sleeping:23 that:23 badge:22 being:21 nobody:21
pay:21 last:20 didnt:19 meant:19 pritchard:19 about:18 group:18 say:18 each:17 it:17 should:17 form:16 we:15
for:13 from:13 has:13 is:13 but:10 the:10 of:8 up:7 was:-10 at:-11 not:-12 be:-16 im:-17 back:-19 could:-21
your:-22 called:-24 then:-24 how:-25 couldnt:-33 crest:-46
= -6.07; repeated about anybody
blocked:118 lonely:96 keeps:95 chat:73 received:73 chain:72 kits:72 sisters:71 comments:70 walks:67 grade:66
shoes:66 night:63 set:63 started:62 though:62 answered:60 mobile:59 stop:59 account:58 followed:58
sleeping:58 cushion:56 thousand:56 noise:54 posts:54 none:53 tagged:52 every:51 adding:50 began:50 drama:50
house:50 never:50 0th:49 funny:49 leaving:49 same:49 settling:49 answer:48 biscuit:48 funeral:48 nine:48
anxious:47 comment:47 pretended:47 screenshotted:47 snitch:47 glad:46 iv:46 braking:45 escort:45 face:45
milk:45 ours:45 added:44 doing:44 fb:44 blue:43 department:43 fourth:43 putting:43 immediate:42 leave:42
messages:42 much:42 estate:41 shop:41 0rd:40 answers:40 follows:40 mentioned:40 posted:40 times:40 sound:39
canal:38 discuss:38 single:38 whom:38 carers:37 october:37 sent:37 asking:36 five:36 made:35 through:35
done:34 last:34 re:34 video:34 tried:33 gift:32 giving:32 sixth:32 anyway:31 group:31 teacher:31 monday:29
own:29 read:29 another:28 any:28 d:28 again:27 anyone:26 liar:26 thursday:26 twice:26 0b:25 ive:25 car:24
red:24 message:23 window:23 writing:23 about:22 her:22 woman:22 0c:21 november:21 outside:21 road:21 since:20
thing:20 me:19 your:19 left:17 my:17 has:16 on:16 i:15 he:14 form:13 little:13 this:12 tuesday:8 his:-13
for:-16 said:-17 year:-17 out:-19 please:-19 can:-20 till:-21 no:-22 had:-26 go:-28 gone:-29 staff:-29
private:-37
= -4.49; hate about anybody
sa:128 z:110 po:101 angry:89 vermin:88 lot:85 mel:84 monkey:84 english:82 al:72 awkward:70 zebra:66 curry:63
emailed:63 seen:63 travellers:63 din:61 son:61 writer:61 born:60 moo:60 clown:59 babysitter:57 even:57
hate:57 owns:57 whove:57 wrote:57 cover:56 speak:54 bobble:53 bus:53 eight:53 toddler:53 whose:53 juniors:52
photo:52 read:52 mam:50 mick:50 o:49 tik:49 tok:49 0a:48 putting:48 related:48 virus:47 carer:46 e:46
people:46 than:46 though:46 under:46 kids:45 am:44 group:44 pack:44 really:44 academys:43 rice:43 hung:42
prayer:42 quartered:42 birth:41 commenting:41 comments:41 should:40 think:40 goal:39 emojis:38 lunch:38
used:38 business:36 joke:36 talking:36 w:36 crossing:35 dirty:35 drowned:35 prefect:35 stop:35 decent:34
polite:34 boat:33 incident:33 pe:33 send:33 cry:32 our:32 u:32 mostly:31 schools:31 breed:30 several:30
sick:30 them:30 write:30 full:29 ground:29 lady:29 near:29 their:29 whole:29 black:28 something:28 views:28
families:27 neighbours:27 screenshot:27 photograph:26 school:26 here:25 van:24 comment:22 im:22 mum:22
raging:22 upset:22 whatsapp:21 picture:20 thieving:20 properly:19 0b:18 racist:18 some:18 that:18 facebook:15
is:15 be:6 report:-7 to:-8 you:-8 by:-11 two:-12 got:-13 your:-13 hes:-14 told:-15 says:-17 he:-18 if:-18
man:-19 were:-19 will:-19 her:-20 0:-22 ive:-22 since:-23 someone:-23 would:-23
= -5.49; impersonation about school; impersonation about staff
fake:88 crest:87 followers:72 logo:67 northgatebridge:66 spells:63 marketplace:61 badge:58 leavers:55 quid:55
page:54 posts:54 tags:54 uses:52 trust:51 photograph:50 stuff:48 academy:47 follows:45 banter:44 flagging:44
northgate:43 profile:43 hoax:42 bridge:41 donation:41 guaranteed:41 pounds:41 academys:40 packed:38 photo:38
account:37 few:37 knew:37 misuse:37 appeared:35 believed:35 lunches:35 paid:35 principals:35 clearly:34 dm:34
uniform:33 non:32 website:32 arrangements:31 hi:31 offer:31 cancelled:30 headmistress:30 might:30 name:30
prospectus:30 himself:29 twitter:29 families:28 pay:28 gives:27 opposite:27 poll:27 principal:27 admin:26
insta:26 themselves:26 xx:26 bank:25 notices:25 administrator:24 local:24 lollipop:24 unauthorised:24
calling:23 far:23 idea:23 news:23 places:23 dates:22 follow:22 giving:22 b:21 behind:21 its:21 such:21
tolliver:21 wish:21 wrong:21 x:21 day:20 hate:20 lol:20 mark:20 ours:20 real:19 imitation:18 shown:18 u:18
detention:17 football:17 heads:17 wasnt:17 whos:17 everybody:16 madam:16 faithfully:15 live:15 love:15 m:15
it:14 our:14 people:14 tuesday:14 yours:14 as:13 asking:13 called:13 everyone:13 made:13 money:13 parents:13
schools:13 0b:12 an:12 office:12 told:12 but:11 nothing:11 asked:10 front:10 somebody:10 no:9 know:8 him:7
says:7 that:6 own:5 up:-6 0:-7 at:-7 one:-7 been:-8 form:-8 in:-8 she:-8 you:-8 was:-9 we:-9 will:-9 im:-10
my:-10 said:-10
= -5.07; naming about pupil
naming:148 grip:131 thief:89 internet:88 named:88 un:83 ups:80 full:79 politely:79 little:78 planks:76
pupil:75 din:74 thick:74 spiteful:73 views:73 alaikum:72 party:72 wants:71 feral:70 reasons:70 surname:70
u0:70 needs:68 unkind:68 lives:63 oh:61 everyone:60 gives:60 o:60 cakes:58 l:57 kid:56 taking:56 tortoise:56
enough:55 members:55 slap:55 spoilt:55 hun:53 0d:51 clipped:51 island:51 madam:51 facebook:50 mince:50
grown:49 horrible:49 bumps:48 tagged:48 whatsapp:48 cleaning:47 wheelie:47 biting:46 shared:46 grandfather:45
letters:45 feeling:44 mates:44 0as:43 oven:43 gormless:42 four:41 keeper:41 which:41 built:40 child:40 put:40
obliged:39 exactly:38 response:38 granddaughter:37 poll:37 thing:37 care:36 elses:36 least:36 nasty:36
apparently:35 church:34 screen:34 split:34 stinks:34 assembly:33 fair:33 pictures:33 pot:33 ten:33 word:33
class:32 concern:32 message:31 photos:31 stock:31 nov:30 picture:30 post:30 sent:30 trip:30 dad:29 photo:29
sister:29 folder:28 laughing:28 0c:27 mums:27 shots:27 trousers:27 did:26 mother:26 parent:26 main:25 seen:25
someone:25 english:24 letter:24 whose:24 excluded:23 0b:22 public:21 see:21 group:20 got:19 wonder:19 been:18
open:18 sat:18 down:17 0a:16 has:16 from:15 parents:14 is:13 name:13 hes:12 his:9 knows:9 the:-11 on:-12
when:-19 will:-19 going:-20 then:-20 theres:-21 off:-22 under:-22 now:-25 marlowick:-29 office:-29
couldnt:-32
= -5.08; words about school; words about group; words about anybody; passing-on about anybody
cold:140 trying:131 cash:105 welcome:101 chain:99 petition:93 sober:92 link:90 parked:84 apparently:81
lettings:81 iphone:80 idea:79 shame:78 silly:78 dangerous:73 followed:73 terms:73 driven:71 rang:70 truth:70
allowed:69 bothered:69 department:68 hat:67 bobble:65 marketplace:65 zebra:65 swearing:64 timetable:64 but:63
gentle:63 moo:62 tap:62 clowns:61 photographed:61 rate:60 baseball:58 lass:58 owns:58 pub:58 quid:58
accounts:57 leavers:57 writer:57 poll:56 saturday:56 grandad:54 includes:53 run:53 extension:52 obviously:52
oh:52 track:52 childs:51 recorded:51 staffroom:51 groups:50 calmer:49 captain:49 group:49 agreed:48 tutors:48
needs:47 concern:46 lanes:46 linked:46 means:45 park:45 opposite:44 story:44 hearing:43 mental:43 muted:43
night:43 advert:42 email:42 live:42 outside:42 shambles:42 well:42 word:42 car:41 detention:41 forward:41
rota:41 nothing:39 times:39 org:38 joking:37 log:37 sent:37 tonight:37 bar:36 code:35 gate:35 warn:35
these:34 bridge:33 called:33 paid:33 report:33 spreadsheet:33 written:32 across:31 answer:31 knew:31
crossing:30 mins:30 clear:29 minutes:29 pay:28 referral:28 suppose:28 weeks:28 call:27 few:27 im:26 runs:26
followers:25 done:24 0a:20 have:20 he:20 parents:19 be:18 it:18 from:16 about:15 on:12 a:7 is:6 with:3
for:-19 them:-19 because:-20 are:-21 as:-23 been:-24 tell:-24 dear:-25 every:-25 friday:-25 if:-25 chat:-26
should:-27 today:-28 theres:-29 by:-35 did:-35
= -4.6; picture about pupil; picture about staff; video about pupil; video about staff
photos:135 filming:119 views:103 recording:97 clown:93 tik:93 tok:93 rehearsal:89 taking:88 recorded:85
rice:84 virus:84 hip:82 nativity:75 photographs:75 song:74 photo:70 faces:69 entire:65 oh:64 giving:62
side:62 alaikum:61 din:61 hats:60 debate:59 reasons:59 theirs:59 checked:58 film:58 other:57 pics:57 girls:56
un:55 families:54 hotel:53 camp:52 pictures:52 track:52 video:52 yous:51 yr0:50 allowed:49 ask:49 assembly:49
extension:49 captions:48 refused:47 grandfather:46 everybodys:44 hun:44 party:44 civil:42 teachers:42
whole:42 obliged:41 those:41 re:40 costumes:38 fridge:38 granddaughter:38 laughing:38 start:38 dress:37
match:37 open:37 profile:37 put:37 swimming:37 english:36 morning:36 dance:35 gala:35 stands:35 think:35
up:35 main:34 name:34 photograph:34 pool:34 split:34 posted:33 shared:33 father:32 stock:32 every:31
family:31 front:31 grown:31 remove:30 care:29 dad:29 sees:29 trip:29 trousers:29 word:29 picture:28 class:27
minutes:27 could:26 either:26 peoples:26 mother:25 o:25 taken:25 but:24 caption:24 doing:23 names:23 phone:22
public:22 rang:22 all:21 asked:21 down:21 of:21 pupils:21 account:20 facebook:19 children:17 0a:16 child:16
report:16 at:15 form:15 from:15 with:12 it:10 her:6 a:-7 and:-8 this:-11 have:-14 he:-14 will:-14 had:-18
sent:-18 if:-19 that:-20 back:-21 me:-21 then:-21 for:-23 parents:-23 got:-24 came:-28 page:-28 someone:-28
seen:-29 chat:-30
= -4.64; contact about staff
replied:104 personal:102 mobile:94 private:91 messages:77 asking:74 contact:64 kits:61 accept:60 sisters:58
account:56 own:55 thumbs:55 evenings:53 polite:53 answers:52 lovely:52 estate:51 requests:51 started:51
wedding:49 blocked:48 wifes:48 accounts:46 rude:46 begin:45 sleeping:45 chronology:44 friendly:44 opposite:44
wore:44 answer:43 number:42 adding:41 perfectly:41 report:38 night:36 soul:36 text:35 cafe:34 deal:34
drama:34 contacted:33 nobody:33 parent:33 flat:32 wanted:32 blue:31 fortnight:31 once:31 my:30 never:30
discuss:29 texted:29 form:28 reading:28 stop:28 dresses:27 fb:27 idea:27 just:27 letter:27 second:27
threats:27 anyway:26 below:26 carers:26 nov:26 nowhere:26 set:26 think:26 thinks:26 trip:26 costume:25
early:25 mark:25 nine:25 single:25 sometimes:25 needs:24 alone:23 monday:23 pe:23 cant:22 direct:22
nothing:22 office:22 then:22 which:22 0th:20 allowed:20 change:20 poor:20 simply:20 could:19 whether:19
every:18 reply:18 through:18 answered:17 class:17 hi:17 numbers:17 grade:16 me:16 message:16 tired:16
didnt:15 havent:15 chat:14 else:13 he:11 two:11 first:9 not:9 what:9 facebook:8 about:7 asked:7 i:7 if:7 to:5
the:-6 and:-8 for:-10 out:-10 says:-10 are:-11 dear:-11 in:-11 of:-11 up:-11 please:-12 0:-13 be:-13 our:-13
because:-14 parents:-14 us:-14 down:-15 get:-15 it:-15 back:-16 will:-16 am:-17 go:-17 see:-17 public:-18
mums:-20 put:-20
= -5.46; threat about anybody
screenshotted:126 walks:102 0m:90 comment:88 jerry:86 hedge:84 doing:83 ground:82 tonight:82 excluded:80
mam:78 stood:76 match:74 texted:73 fist:71 parks:70 following:69 petrol:67 straw:67 theyll:67 lot:63 insta:61
watch:61 fenwick:60 wouldve:60 anyones:59 reference:59 mean:58 boot:55 gate:55 means:55 monday:55
windscreen:55 sort:54 write:53 tomorrow:51 visitor:51 w:51 burn:49 out:49 ill:48 will:48 commented:47
stand:47 lad:46 ref:46 braking:45 double:45 joking:45 see:45 battered:44 drag:43 someone:43 going:42
through:42 bat:41 lol:41 stick:41 chat:40 baseball:39 green:39 night:39 pick:38 there:38 cheap:37 gonna:37
walking:37 care:36 contacts:36 cost:36 left:35 read:35 dads:34 emojis:34 heating:34 laughing:34 rourke:34
thursday:34 waiting:34 group:33 van:33 centre:32 facebook:32 that:32 your:32 done:31 finishes:31 sent:31
car:30 friday:30 hut:30 mince:30 now:30 wife:29 down:28 happen:28 legs:28 scared:28 step:27 wont:27
machete:26 needs:26 parents:26 form:25 row:25 know:24 coming:23 fireworks:23 come:22 pritchard:22 dad:21
nothing:21 really:21 as:20 by:20 message:20 bus:19 i:16 be:15 half:15 at:14 im:14 tell:14 you:14 another:12
dont:10 put:10 his:9 it:4 0:-10 was:-14 a:-15 but:-15 no:-15 them:-15 we:-17 she:-22 could:-23 two:-23
phone:-24 were:-24 when:-24 asked:-25 id:-26 what:-27 called:-29 its:-32 keep:-33 0b:-36 because:-38
"""
"""Each kind: its bias and its deeds; its words, each with a weight in tenths."""
