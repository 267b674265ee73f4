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
= -5.78; allegation about staff
conservatory:121 marks:112 true:82 squad:73 collar:65 pinned:65 ask:64 comments:64 money:64 stinking:64
knows:62 guess:61 trim:61 raised:60 rumour:60 trail:60 rourke:59 mock:58 covering:57 dept:56 nodded:56
penny:56 tales:55 shared:54 something:54 stinks:54 truth:54 accounts:53 places:52 logged:51 cheque:50
daily:50 answers:49 boys:49 fair:49 attendance:48 elses:48 serving:48 trip:48 stream:47 believe:46 comment:46
fiddling:46 page:46 published:46 registers:46 summer:46 sends:45 shook:45 facebook:44 went:44 whichever:42
checked:41 drama:40 kid:40 thread:40 drinking:39 eastmere:39 figure:39 solicitors:39 throat:39 wholl:39
bloke:38 chicken:38 fenwick:38 telling:38 either:37 grabbed:37 leads:37 salary:37 covered:36 presents:36
biggest:35 live:34 new:34 slept:34 where:34 world:34 fact:33 know:33 parent:33 finger:32 idea:32 invoice:32
member:32 standing:32 tutor:32 completed:31 beside:30 hid:30 lifts:30 shouldnt:30 people:29 everyone:28
governors:28 meant:28 date:27 listen:27 c:26 canteen:26 kind:26 room:26 these:26 bottle:25 every:25 speak:25
cash:24 father:24 queen:24 say:24 joke:23 wrote:22 nights:21 nothing:21 why:21 dinner:20 form:20 nobody:20
staff:20 tuesday:20 lad:19 dont:18 get:18 has:18 pritchard:18 seen:18 signed:18 its:17 never:17 each:16
should:14 because:13 it:12 of:11 we:11 that:10 for:9 there:9 the:7 to:7 me:-9 be:-11 with:-14 her:-17 who:-17
letter:-19 was:-19 said:-22 when:-22 your:-24
= -4.83; criticism about school; criticism about staff
petition:116 marking:110 google:98 ringing:98 everybody:84 pre:83 joke:79 signatures:75 answer:70 skip:69
shambles:68 canteen:66 rhyl:63 cheque:62 daily:62 facebook:62 stories:62 complaints:61 calculator:58
flatten:58 lets:58 scheme:58 cigarette:57 done:56 toaster:56 crash:55 should:55 curtains:54 homework:54
post:54 reply:54 rude:54 honest:53 sh:53 complaint:52 fireguard:52 share:52 episode:51 northgatebridge:51
pile:50 rang:50 far:49 page:49 review:49 reviews:49 blazers:48 charisma:48 complained:48 joint:47 tagged:47
tap:47 these:47 trim:47 podcast:46 trail:46 jumped:45 reading:45 tests:45 theres:45 think:45 buggy:44
bunch:44 led:44 school:44 deposit:43 lid:43 rather:43 fed:42 friends:42 paper:42 scrap:42 commented:41
couldnt:41 department:41 run:41 tag:41 way:41 weeks:40 world:40 bothered:39 enough:39 havent:39 requested:39
standing:39 emailed:38 oh:38 schools:38 entry:37 nobody:37 stars:37 beside:36 comments:36 well:35 cat:34
fair:34 hearing:34 public:34 sets:32 else:31 forward:31 online:31 signed:31 parents:30 pritchard:29 note:28
another:27 spelling:27 twice:27 criminal:26 harebell:26 running:25 saved:25 teach:25 id:24 new:24 opens:24
nothing:23 emails:22 instead:22 runs:21 conduct:20 lane:20 member:20 us:19 where:19 moved:17 rain:17 read:16
but:15 minutes:13 that:10 under:10 to:9 no:5 at:-7 out:-11 had:-13 if:-16 me:-16 was:-17 we:-17 tell:-18
year:-19 go:-20 then:-20 what:-20 him:-23 group:-27 which:-27 november:-29
= -4.02; words about parent
sa:149 whatsapp:128 tags:116 woman:110 received:88 din:86 sanctimonious:85 writer:83 netball:81 sure:79
faced:75 emojis:71 gob:69 hun:69 visible:69 immediate:67 though:66 cockapoo:64 standard:64 sending:63
claims:61 poster:61 academys:57 lots:57 another:56 boiled:56 milk:55 muck:55 thinks:55 major:54 mardy:53
group:51 friend:50 pig:50 raffle:50 scarecrow:50 mums:48 whos:48 hidden:47 holds:47 whom:46 horrible:45
report:45 tagged:45 look:44 mother:44 pick:44 wouldnt:44 chat:43 everyone:43 t:43 yesterdays:42 cow:41
zebra:41 aimed:40 emailed:40 moo:40 bat:39 donkey:39 looking:39 plank:39 queen:39 row:39 dress:38 pe:38
stuck:38 turned:38 advice:37 rude:36 da:35 like:35 lights:34 owns:34 called:33 people:33 tutor:33 poll:32
town:32 screenshot:31 thick:31 whole:31 face:30 fur:30 think:30 r:29 y0:29 mum:28 other:28 post:27 say:27
e:26 hi:26 am:25 comments:25 knickers:25 feral:24 lady:24 bits:23 up:23 marlowick:22 under:22 parents:21
also:20 as:20 im:20 shown:20 sick:19 0c:18 hurt:18 its:17 front:16 jumped:16 0b:15 a:15 shes:15 drive:14
one:10 the:-5 was:-5 out:-9 for:-10 at:-11 is:-12 with:-12 all:-14 will:-14 him:-16 my:-16 so:-17 there:-17
can:-19 his:-19 or:-19 were:-19 nobody:-20 off:-20 told:-20 wants:-22 been:-23 they:-24 little:-25 how:-26
morning:-27 time:-27 are:-28 dads:-31 he:-31 grass:-32 online:-34 teacher:-40
= -5.25; words about pupil
slap:121 goal:87 little:87 shares:87 surname:85 lump:84 thief:83 feral:82 spiteful:81 kid:80 ruining:79
panto:77 thick:76 ought:73 naming:71 everybodys:70 known:70 grip:68 rice:67 virus:67 wants:67 lives:66
madam:66 exactly:65 fat:65 party:65 needs:64 arrangement:62 kids:62 ride:62 inhaler:61 aware:57 earth:57
play:56 laughing:55 named:55 pupil:55 accident:54 mince:54 putting:54 0d:53 awkward:53 lead:53 someone:52
spoilt:52 pet:51 teachers:51 0b:49 dad:49 toerag:49 turned:49 words:49 everyone:48 juniors:48 old:48 sos:48
bannister:47 biting:47 brownies:47 planks:47 stuff:47 ugly:47 elses:46 grown:44 keeper:44 poor:44
apparently:43 church:43 horrible:43 want:43 cry:42 tagged:41 taking:40 girl:39 having:39 shown:38 twelve:38
wont:38 post:36 see:36 idle:35 year:35 nasty:34 put:34 neighbours:33 screen:33 biter:32 grandfather:32
child:31 mates:31 as:30 report:30 shared:30 that:30 0as:29 big:29 facebook:29 group:29 lunch:29 parent:29
which:29 give:28 sack:28 who:28 down:27 form:27 mother:27 obliged:27 stinks:26 word:26 granddaughter:25
has:25 ten:25 comments:24 hes:23 our:23 sorry:23 split:23 stopped:22 so:21 brick:20 stock:20 carer:19
parents:19 r:19 whatsapp:18 about:17 got:17 name:17 0a:14 this:11 a:7 in:6 nine:6 of:-9 the:-9 on:-10 to:-13
off:-15 going:-22 said:-22 we:-24 under:-25 go:-26 office:-28 will:-28 are:-29 now:-30 screenshot:-39
then:-42
= -2.48; words about staff
teach:111 clowns:109 apostrophes:107 google:102 added:97 lazy:94 sack:92 giving:89 apparently:87
screenshot:83 nineteen:81 dried:78 facebook:77 teacher:77 sons:76 massive:75 poll:75 comment:74 jobsworths:74
smug:74 ladies:73 these:72 glorified:71 couldnt:69 submission:69 marlowick:68 conservatory:67 grass:67
pritchard:67 post:66 re:66 response:66 clock:65 wally:64 clown:63 form:62 dinner:61 shoe:61 joke:60 witch:60
rang:59 teachers:59 voice:57 gilet:56 online:56 filled:55 jumped:55 agreed:54 friends:54 tutors:54 captain:53
drama:52 should:51 showed:51 forwarded:49 run:49 wife:49 chair:48 daft:48 conduct:47 file:46 idiots:46
miserable:46 commented:45 idle:45 radge:45 face:44 slags:44 part:43 calculator:42 crash:42 done:42 drip:42
lemons:40 page:40 like:39 wet:39 d:38 bit:37 chat:37 loads:37 marking:37 right:35 bat:34 silly:34 useless:34
x:33 better:32 dept:32 english:31 maths:30 revision:30 twitter:29 bunch:28 laughing:28 put:26 0a:25 as:25
but:25 hits:25 know:25 rourke:25 public:23 y0:20 a:18 who:18 is:17 up:16 of:11 new:9 are:4 and:-7 to:-8
was:-8 the:-9 at:-10 his:-13 school:-13 me:-15 year:-15 be:-17 had:-18 in:-18 because:-19 two:-23 we:-23
from:-24 hes:-25 door:-26 him:-30 other:-31 he:-32 im:-32 please:-32 get:-33 no:-33 pupil:-33 or:-35 say:-35
after:-37 killed:-38 room:-40 trip:-40 september:-41 children:-45 photo:-46 crest:-48 thinks:-51 emojis:-57
petition:-58
= -5.89; claim about staff; claim about school; claim about parent; claim about pupil
failed:128 untrue:128 conservatory:108 fiddling:105 fact:93 claims:91 quid:87 marks:83 sixth:82 misuse:80
attendance:78 cash:77 truth:77 jokes:73 shutting:73 tales:71 announced:67 investigated:66 squad:66 checked:65
money:65 trim:64 governors:63 trail:62 true:62 northgate:61 summer:61 marketplace:60 guess:59 inspection:59
false:57 leavers:54 mock:54 page:54 believe:53 cheque:53 daily:53 hip:53 sets:51 guts:50 telling:49 boys:48
dept:48 post:48 whichever:48 accounts:47 sends:47 wholl:47 leads:46 published:46 registers:46 yet:46 liar:45
staffroom:45 answers:44 arrangements:44 fair:44 new:44 thief:44 together:44 background:43 paid:43 word:43
knows:41 pencil:41 shared:40 something:40 sorts:40 stream:38 facebook:37 nasty:37 serving:37 pile:36
academy:35 bank:35 comment:35 families:35 know:35 none:35 part:35 tutor:35 kitchen:34 passed:34 chips:33
turned:33 whole:33 ask:32 invented:32 make:32 where:32 few:31 licence:31 chicken:30 comments:29 reported:29
went:29 c:28 knew:28 puts:28 bridge:27 its:27 meant:27 committee:26 rather:26 that:26 case:25 eastmere:24
nothing:24 sleeping:24 might:23 badge:22 being:22 either:22 nobody:22 parent:20 pay:20 about:19 didnt:19
last:19 pritchard:19 everyone:18 it:18 each:17 form:16 group:15 say:15 we:15 for:14 from:14 is:13 but:12
has:12 the:10 of:9 up:8 year:8 at:-10 not:-11 was:-11 be:-16 im:-19 said:-19 back:-20 your:-20 could:-22
then:-23 called:-24 how:-25 couldnt:-32 crest:-46
= -6.04; repeated about anybody
blocked:127 keeps:97 lonely:93 chain:81 sisters:73 chat:72 comments:69 set:67 grade:65 followed:64 kits:64
received:63 walks:63 bev:62 account:61 mobile:61 none:61 answered:60 sleeping:60 night:58 started:58 stop:58
funeral:57 though:57 cushion:55 thousand:55 noise:52 posts:52 answer:50 tagged:50 0th:49 adding:49 drama:49
glad:49 house:49 nine:49 every:48 funny:48 same:48 biscuit:47 never:47 snitch:47 comment:46 department:46
leaving:46 posted:46 pretended:46 screenshotted:46 added:44 doing:44 five:44 began:43 face:43 fourth:43
ours:43 putting:43 settling:43 0rd:41 anxious:41 blue:41 escort:41 iv:41 messages:41 much:41 pretty:41
shop:41 times:41 whom:41 estate:40 fb:40 follows:40 milk:40 through:40 leave:39 made:39 re:39 answers:38
immediate:38 carers:37 last:37 single:37 sound:37 video:37 asking:36 canal:36 mentioned:36 discuss:35 gift:34
teacher:34 done:33 giving:33 october:33 any:32 tried:32 anyway:31 sixth:31 thursday:31 group:29 monday:29
read:29 again:28 own:28 another:27 car:27 d:27 ive:27 0b:26 twice:25 about:24 her:24 message:24 saturday:24
anyone:23 woman:23 red:22 than:22 window:22 writing:22 0c:21 liar:21 outside:21 your:21 me:20 road:20
thing:20 since:18 has:17 my:16 i:15 left:15 form:14 he:14 on:14 little:13 this:13 tuesday:7 his:-12 from:-17
year:-17 out:-18 for:-19 can:-20 no:-20 said:-20 till:-22 had:-27 go:-29 staff:-29 gone:-30 private:-36
= -4.44; hate about anybody
sa:145 po:120 angry:87 vermin:87 lot:86 monkey:85 english:78 z:76 awkward:72 travellers:71 din:69 emailed:64
curry:63 zebra:63 o:62 wrote:62 clown:60 babysitter:59 even:59 mam:59 seen:59 whove:59 writer:59 hate:58
moo:57 son:57 cover:55 though:55 owns:54 speak:54 whose:54 born:53 juniors:53 bobble:51 mick:51 putting:51
toddler:51 read:50 than:50 tik:50 tok:50 bus:49 photo:49 0a:48 e:48 eight:48 kids:48 people:47 prayer:47 w:46
am:45 under:45 academys:44 group:44 race:44 really:44 dirty:43 hung:43 quartered:42 birth:41 carer:41
commenting:41 virus:41 anything:40 goal:40 lunch:40 joke:39 pack:39 pe:39 several:39 u:39 emojis:38 rice:38
think:38 used:38 should:37 business:36 talking:36 comments:35 drowned:35 stop:35 crossing:34 mostly:34
salaam:34 decent:33 polite:33 prefect:33 whole:33 ground:32 neighbours:31 their:31 them:31 breed:30
incident:30 lady:30 our:30 schools:30 send:30 sick:30 black:29 boat:29 families:29 near:29 cry:28
screenshot:28 views:28 write:28 full:27 photograph:27 clear:26 here:26 raging:26 something:25 comment:24
picture:24 van:24 im:23 upset:22 mum:21 0b:20 school:20 properly:19 racist:19 whatsapp:18 that:17 facebook:16
is:14 some:13 be:7 to:-9 report:-10 by:-12 got:-13 two:-13 you:-13 your:-14 hes:-15 if:-16 told:-16 says:-17
he:-18 will:-18 man:-19 her:-20 were:-20 0:-22 ive:-23 since:-23 would:-23 someone:-24
= -5.55; impersonation about school; impersonation about staff
crest:87 fake:87 followers:72 northgatebridge:67 logo:66 spells:65 marketplace:60 badge:56 leavers:54 page:54
quid:54 tags:54 posts:53 uses:52 stuff:51 academy:49 follows:47 photograph:47 northgate:46 pages:46 trust:46
flagging:45 banter:44 bridge:44 profile:43 donation:42 guaranteed:42 photo:42 academys:41 arrangements:41
hoax:41 pounds:41 believed:39 dm:38 packed:38 account:37 few:37 knew:37 appeared:35 headmistress:35
lunches:35 cancelled:34 clearly:34 notices:34 paid:34 prospectus:34 misuse:32 offer:32 name:31 non:31
website:31 gives:30 twitter:30 uniform:30 families:29 might:29 pay:29 xx:29 himself:28 opposite:27 bank:25
themselves:25 administrator:24 insta:24 local:24 lollipop:24 admin:23 idea:23 places:23 poll:23
unauthorised:23 calling:22 giving:22 hate:22 news:22 x:22 far:21 follow:21 its:21 mark:21 wish:21 behind:20
real:20 u:20 such:19 wrong:19 dates:18 heads:18 imitation:18 lol:18 ours:18 day:17 football:17 love:17
wasnt:17 whos:17 detention:16 loads:16 m:16 people:16 shown:16 everybody:15 it:15 as:14 asking:14 everyone:14
live:14 office:14 our:14 schools:14 yr:14 0b:13 called:13 harebell:13 made:13 money:13 an:12 lane:12
parents:12 told:12 tuesday:12 bit:11 but:11 does:11 somebody:11 asked:10 nothing:10 november:10 know:8 no:8
school:8 him:7 says:7 that:6 own:4 0:-5 one:-6 at:-7 form:-8 in:-8 was:-8 will:-8 you:-8 been:-9 my:-9 she:-9
we:-9 im:-10 said:-10 want:-10
= -4.94; naming about pupil
naming:157 grip:133 un:95 thief:94 internet:85 feral:84 named:83 little:78 pupil:78 politely:77 thick:76
full:75 surname:73 madam:72 wants:72 din:71 needs:70 spiteful:70 views:70 alaikum:69 planks:69 ups:69
party:66 reasons:64 tortoise:63 everyone:62 u0:62 0d:61 kid:61 lives:61 members:61 o:61 cakes:60 unkind:60
gives:59 oh:57 enough:56 l:56 mince:56 toerag:54 bumps:53 taking:53 clipped:52 island:52 ugly:52 slap:50
feeling:49 hun:49 cleaning:48 keeper:48 wheelie:48 facebook:46 whatsapp:46 biting:45 grown:44 horrible:44
nasty:44 oven:44 tagged:44 mates:43 shown:43 0as:42 elses:42 put:42 apparently:41 built:41 child:41
grandfather:41 spoilt:41 church:40 exactly:40 shared:40 which:39 care:38 four:38 stinks:38 word:38 ten:37
least:36 obliged:36 screen:36 pot:35 granddaughter:34 pictures:34 thing:34 fair:33 poll:33 assembly:32
class:32 photos:32 trip:32 dad:31 neighbours:31 post:31 response:31 folder:30 laughing:30 photo:30 split:30
did:29 main:29 parent:29 picture:29 stock:29 below:28 per:28 r:27 0c:26 letter:26 posted:26 someone:26
english:25 mother:25 public:25 whose:24 excluded:22 see:22 0b:21 0a:20 got:20 group:19 message:19 been:18
name:18 down:17 has:16 mums:16 open:16 hes:15 wonder:15 parents:13 his:12 knows:11 is:10 not:8 on:-11 the:-12
when:-18 will:-18 going:-20 then:-20 go:-21 theres:-21 under:-22 off:-23 now:-24 marlowick:-27 office:-28
couldnt:-31 faces:-31
= -5.25; words about school; words about group; words about anybody; passing-on about anybody
trying:148 cold:136 chain:100 parked:98 petition:95 welcome:94 driven:93 cash:90 link:88 sober:87
apparently:85 lass:81 idea:80 silly:78 bothered:77 lettings:77 swearing:75 followed:74 gentle:73 hat:73
allowed:72 rang:69 marketplace:68 zebra:68 shame:67 timetable:67 baseball:66 moo:66 pub:66 terms:66 but:65
tap:64 clowns:62 rate:62 saturday:62 writer:62 dangerous:61 owns:61 lanes:60 quid:60 leavers:59 truth:59
linked:58 run:58 department:57 poll:57 childs:55 opposite:55 includes:54 calmer:53 extension:53 obviously:53
oh:53 shambles:53 track:53 concern:52 staffroom:52 photographed:51 recorded:51 agreed:49 accounts:48 group:48
letters:48 needs:48 means:47 outside:47 captain:46 story:46 tutors:46 detention:44 hearing:44 cost:43
joking:43 mock:43 park:43 rota:43 rung:43 live:42 mins:42 muted:42 night:42 advert:41 bar:41 bridge:41
email:41 groups:41 taking:41 warn:41 forward:39 times:39 well:39 car:38 log:38 word:38 message:37 gate:36
nothing:36 tonight:36 regards:35 called:34 report:34 excluded:33 paid:33 these:33 call:32 crossing:32 knew:32
clear:31 code:31 spreadsheet:31 across:30 minutes:30 pay:30 im:28 weeks:28 suppose:27 answer:26 few:26
referral:26 runs:26 written:26 followers:25 0a:24 done:22 thursday:22 he:21 it:19 have:18 parents:15 be:14
from:14 about:12 on:12 a:8 is:7 with:1 are:-19 only:-19 because:-20 them:-21 if:-24 as:-25 chat:-27 tell:-27
friday:-28 today:-29 should:-30 theres:-30 by:-37 did:-37
= -4.65; picture about pupil; picture about staff; video about pupil; video about staff
photos:135 filming:120 views:105 clown:97 tik:93 tok:93 recording:89 taking:89 rice:84 virus:84 rehearsal:80
song:78 hip:76 photographs:75 recorded:74 nativity:73 entire:69 photo:69 oh:68 pics:68 faces:65 checked:62
debate:62 hats:61 captions:60 yr0:60 alaikum:59 din:59 reasons:59 girls:58 video:58 side:57 other:56
theirs:56 families:54 film:54 un:54 assembly:53 camp:53 pictures:53 yous:52 track:49 ask:48 refused:48
extension:47 teachers:47 allowed:45 grandfather:44 everybodys:43 hun:43 party:43 civil:41 country:40
giving:40 obliged:40 clock:39 costumes:39 dance:39 match:39 put:39 re:39 fridge:38 whole:38 dress:37
profile:37 built:36 granddaughter:36 posted:36 swimming:36 those:36 balcony:35 english:35 gala:35 grown:35
laughing:35 main:35 open:35 photograph:35 think:35 up:35 stands:34 pool:33 smells:33 split:33 start:33
every:32 trip:32 word:32 shared:31 stock:31 dad:30 family:30 name:30 care:29 class:29 front:29 picture:29
could:28 father:28 trousers:28 but:27 either:27 peoples:27 taken:27 caption:25 o:25 account:24 minutes:24
mother:24 asked:23 doing:23 names:23 rang:23 all:22 down:22 facebook:22 of:22 public:22 pupils:22 child:20
phone:19 form:18 0a:17 at:16 children:16 from:16 report:15 with:12 it:9 her:7 a:-6 and:-8 will:-12 have:-14
he:-15 had:-17 if:-19 me:-20 back:-21 that:-21 then:-21 for:-23 parents:-24 got:-25 sent:-27 page:-28
someone:-28 came:-29 seen:-30 chat:-31
= -4.64; contact about staff
replied:103 personal:98 mobile:97 private:90 messages:76 asking:74 contact:63 kits:61 accept:59 account:56
lovely:56 sisters:56 own:55 polite:54 thumbs:54 estate:53 evenings:52 started:52 answers:51 blocked:49
requests:49 wedding:47 accounts:46 friendly:46 sleeping:46 wifes:46 chronology:45 wore:45 opposite:44 rude:44
answer:43 number:42 adding:41 perfectly:40 deal:39 band:38 report:38 soul:38 text:38 cafe:36 contacted:35
night:35 parent:35 drama:34 fb:34 nobody:33 wanted:32 blue:31 flat:31 my:30 never:30 nov:30 once:30
discuss:29 fortnight:29 trip:29 carers:28 just:28 reading:28 second:28 threats:28 form:27 letter:27
nowhere:27 texted:27 anyway:26 below:26 dresses:26 early:26 set:26 thinks:26 mark:25 needs:25 stop:25
think:25 costume:24 nine:24 single:24 alone:23 hi:23 monday:23 office:23 pe:23 sometimes:23 then:22 cant:21
change:21 direct:21 follows:21 message:21 nothing:21 poor:21 which:21 allowed:20 simply:20 whether:20
could:19 0th:18 reply:18 through:18 answered:17 class:17 every:17 grade:16 tired:16 didnt:15 havent:15 me:15
numbers:15 chat:14 morning:14 else:12 he:11 two:11 facebook:10 first:9 not:9 what:9 asked:7 i:7 if:7 about:6
to:5 the:-6 and:-8 are:-10 out:-10 says:-10 for:-11 in:-11 of:-11 up:-11 please:-12 0:-13 be:-14 because:-14
get:-14 our:-14 parents:-14 us:-14 down:-15 it:-15 am:-16 back:-16 see:-16 will:-16 go:-17 public:-18
mums:-20 put:-20
= -5.45; threat about anybody
screenshotted:103 walks:95 0m:90 jerry:89 excluded:83 doing:81 tonight:80 mam:79 ground:78 comment:77
hedge:77 stood:76 following:72 fist:71 match:71 texted:71 straw:69 parks:66 petrol:66 fenwick:65 theyll:64
insta:63 gate:62 watch:61 lot:60 means:60 staffroom:60 wouldve:58 mean:57 anyones:56 reference:56 sort:55
tomorrow:55 monday:54 visitor:51 w:51 windscreen:51 write:51 ill:50 ref:50 burn:49 commented:49 joking:49
out:49 will:49 lad:47 giving:46 someone:46 stick:46 night:45 drag:44 pick:44 see:44 chat:43 double:43
contacts:42 battered:41 boot:41 going:41 stand:41 through:41 bat:40 finishes:40 laughing:40 lol:40 care:39
gonna:39 heating:39 thursday:39 read:38 walking:37 dads:36 emojis:36 green:36 hut:36 centre:35 cheap:35
message:35 rung:35 cost:34 left:34 needs:34 there:33 urgent:33 your:33 facebook:32 group:32 mince:32 van:32
wife:32 friday:31 rourke:31 that:31 waiting:31 done:30 now:30 schools:30 step:30 legs:29 happen:28
pritchard:28 scared:28 row:27 car:26 wont:25 down:24 parents:24 come:23 machete:23 really:23 as:21 bus:21
coming:21 dad:21 fireworks:21 form:21 by:20 know:19 nothing:19 i:17 be:16 half:16 im:16 another:15 you:15
tell:13 put:12 dont:11 his:11 it:5 0:-11 was:-12 no:-13 a:-15 but:-16 we:-19 asked:-21 she:-21 two:-21
when:-24 id:-25 were:-25 could:-26 phone:-27 what:-27 called:-28 its:-31 keep:-34 0b:-36 because:-38
"""
"""Each kind: its bias and its deeds; its words, each with a weight in tenths."""
