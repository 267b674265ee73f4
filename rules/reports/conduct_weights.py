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
}
"""SHA-256 of each source, its emails and what is true of them."""
WEIGHTS = """
= -5.64; allegation about staff
true:92 marks:84 trim:75 trail:74 guess:70 squad:68 comments:67 checked:62 covered:62 mock:62 raised:62
dept:60 pinned:60 truth:59 money:58 knows:57 daily:55 rumour:54 shared:53 places:52 accounts:51 ask:51
attendance:51 invoice:51 covering:50 nodded:50 tales:50 believe:48 games:48 comment:47 published:47 stinks:47
drinking:46 registers:46 kid:45 leads:45 serving:45 whichever:45 facebook:44 fiddling:44 logged:44 stream:44
telling:44 answers:43 figure:43 something:43 went:43 boys:42 elses:42 shook:42 summer:42 chicken:41 drama:41
noticeboard:41 wholl:41 page:40 bloke:39 parent:39 penny:39 thread:39 solicitors:38 throat:38 biggest:37
date:37 presents:37 c:36 fenwick:36 grabbed:36 listen:36 standing:36 add:35 finger:35 beside:34 either:34
lifts:34 people:34 removed:34 statement:33 fair:31 seen:31 academy:30 away:30 every:30 hid:30 wrote:30
bottle:29 know:29 queen:29 calls:28 maths:27 room:27 sends:27 father:26 live:26 tutor:26 speak:25 changing:24
eastmere:24 kind:24 pe:24 signed:24 where:24 everyone:23 never:23 nobody:23 theyre:23 tuesday:23 dont:22
joke:22 nights:22 nothing:22 son:22 why:22 already:21 corridor:21 canteen:20 hold:20 kitchen:20 lad:19
laughed:19 wall:19 word:19 meant:18 say:18 each:17 group:17 its:16 anyone:15 has:15 yesterday:15 form:14
up:14 because:13 it:13 there:13 of:11 that:10 we:10 the:7 to:7 with:-9 me:-10 one:-12 who:-13 was:-16 her:-17
letter:-17 said:-17 when:-20 your:-20
= -4.71; criticism about school; criticism about staff
petition:127 google:92 ringing:91 joke:83 answer:75 everybody:75 stories:70 signatures:69 tray:66 pre:63
shambles:62 current:61 daily:61 ur:60 canteen:59 department:57 tagged:57 crash:56 bedroom:54 governor:54
marking:53 review:53 facebook:52 sh:52 tap:52 trail:52 trim:52 blazers:51 complaints:51 exams:51 flatten:51
northgatebridge:51 run:50 far:49 bunch:48 fireguard:48 pile:48 eastmere:47 episode:47 joint:47 reply:47
comments:46 oh:46 page:46 podcast:46 charisma:44 couldnt:43 rather:43 think:43 commented:42 reviews:42
cigarette:41 nobody:41 signed:41 theres:41 emailed:40 havent:40 led:40 lid:40 standing:40 tag:40 tests:40
well:40 buggy:39 done:39 scrap:39 beside:38 rang:38 requested:38 schools:38 weeks:38 looks:37 criminal:36
entry:36 listen:36 school:36 stars:36 another:35 hearing:35 public:35 sets:35 agree:34 forward:34 friends:34
homework:34 most:34 online:34 opens:34 running:34 top:34 assume:33 cat:33 complaint:33 post:33 fed:32 note:32
rude:32 saved:32 deposit:31 spelling:31 rain:29 conduct:28 teach:28 parents:27 link:26 simply:26 burn:25
fair:25 instead:25 runs:25 enough:24 bother:22 these:22 third:22 yours:22 harebell:21 older:21 read:21
jobsworths:20 lane:20 like:20 minutes:20 new:20 under:20 where:20 science:19 id:17 twice:17 has:15 but:14
copy:14 nothing:14 put:13 is:9 to:7 one:6 no:3 at:-5 in:-7 out:-11 0:-14 me:-15 was:-15 tell:-16 year:-16
hes:-17 him:-20 please:-20 other:-22 which:-24
= -3.87; words about parent
din:146 woman:102 faced:97 tags:94 writer:89 egg:85 emojis:82 pe:80 received:69 scarecrow:69 visible:69
netball:66 thinks:64 mums:63 group:62 muck:62 standard:61 dress:60 cow:59 aimed:58 mum:57 immediate:56
queen:56 claims:55 donkey:54 tagged:54 mardy:53 threat:53 academys:52 da:52 holds:52 screenshot:52
answered:50 e:50 tight:50 screenshots:49 stuck:49 falling:48 report:48 hat:47 milk:47 fur:45 genuine:45
hidden:44 row:44 0b:43 horrible:43 hun:43 pig:43 rude:42 raffle:41 damp:40 knickers:40 shown:40 yesterdays:40
another:39 human:39 like:39 parents:39 thick:39 town:39 whos:39 hate:38 zebra:38 moo:37 mother:37 poll:37
volunteers:37 advice:36 lady:36 sending:36 face:35 lights:35 bat:34 deleted:34 front:34 hi:33 r:33 emailed:32
feral:32 look:32 ought:32 sick:32 hurt:31 owns:31 0c:30 also:30 lots:30 sock:30 am:29 drive:29 jumped:29
turned:29 called:28 lying:28 shes:28 whatever:27 y0:27 everyone:25 feed:25 up:25 think:24 parent:23 a:21
youve:20 0a:19 other:18 too:17 chat:16 dinner:16 me:16 one:16 under:16 comments:13 have:13 wouldnt:11 class:9
was:-4 the:-5 and:-6 on:-6 my:-7 for:-8 you:-8 at:-11 is:-12 out:-13 him:-14 so:-14 an:-16 or:-16 there:-18
were:-18 can:-19 home:-19 said:-19 told:-21 will:-21 they:-22 morning:-23 been:-24 sent:-25 are:-26 his:-26
time:-27 he:-30 little:-30 teacher:-32 dads:-35 online:-35
= -5.12; words about pupil
slap:100 grip:86 bannister:80 brownies:79 madam:77 surname:77 kid:75 little:72 needs:71 grown:69 lump:68
aware:66 rice:66 awkward:63 thick:63 feral:62 goal:62 wants:62 fat:60 panto:60 ruining:60 sort:60 spoilt:60
sack:59 teachers:59 old:58 play:58 party:57 everybodys:54 tortoise:54 planks:53 cry:52 stuff:51 biting:50
gives:48 tagged:48 chat:47 everyone:47 taking:47 words:47 named:46 pet:46 views:46 whose:46 y0:46 0b:43
mother:43 turned:43 twelve:43 bone:42 0as:41 poor:41 horrible:40 juniors:40 shown:40 whos:40 exactly:39
grandfather:39 gentleman:38 post:38 apparently:37 church:37 concerned:37 friends:37 group:37 keeper:37 as:36
drowned:36 kids:36 shared:36 which:36 elses:35 granddaughter:35 obliged:35 even:34 form:34 jas:34 lunch:34
risk:34 big:33 birth:33 w:33 lead:32 name:32 comments:31 dad:31 down:31 facebook:31 shop:31 split:31 stock:31
child:30 g:30 mince:30 report:30 their:30 r:29 thats:29 laughing:28 stinks:27 want:27 0a:26 enough:26
brick:25 calling:25 girl:25 give:25 has:25 someone:25 carer:24 got:24 neighbours:24 put:24 eleven:23 fair:23
shots:23 who:23 ten:22 nasty:21 remove:21 that:21 trousers:20 get:19 year:19 about:18 can:18 screen:18
eating:17 not:17 letter:16 so:16 sorry:15 nine:13 posted:11 ive:9 this:9 a:7 the:-9 on:-12 of:-13 to:-18
we:-18 were:-19 have:-20 office:-20 will:-22 now:-23 are:-28 teach:-30 then:-30
= -2.39; words about staff
clowns:103 lazy:103 giving:97 apostrophes:95 dried:90 comment:89 apparently:87 rubbish:87 untrue:87 teach:85
google:82 clock:79 massive:79 ladies:77 teacher:76 these:76 submission:75 witch:72 glorified:71 couldnt:69
re:69 revision:67 form:66 actual:65 corner:65 drip:65 facebook:65 rang:65 sack:65 screenshot:65 voice:65
sons:63 response:62 teachers:62 daft:60 filled:59 homework:57 agreed:56 dinner:56 joke:55 online:54 post:54
reactions:53 jumped:52 grass:51 should:51 wally:51 friends:50 jobsworths:50 showed:50 commented:49
jobsworth:49 like:48 page:48 crash:47 rota:46 chair:45 face:44 forwarded:44 part:44 chat:43 colleagues:43
concern:43 drama:43 gilet:43 silly:43 brains:42 dept:42 marlowick:42 maths:40 clown:39 idiots:39 x:39
lemons:38 better:37 conduct:37 right:37 slags:37 bat:36 file:35 run:35 smug:35 worse:35 done:32 known:31
miserable:31 clueless:30 wrote:30 public:29 radge:28 than:28 y0:28 but:27 0a:26 put:26 bunch:25 hits:21
who:21 know:20 letter:20 rather:20 a:17 new:17 below:16 are:15 is:13 old:13 of:10 to:-8 and:-9 the:-9 was:-10
at:-11 because:-15 0b:-17 be:-17 year:-17 all:-18 in:-18 you:-18 hes:-19 mother:-22 could:-24 asked:-25
im:-25 row:-25 we:-25 down:-26 he:-27 no:-28 get:-29 him:-29 after:-30 front:-30 number:-30 please:-31
profile:-31 week:-32 room:-33 take:-34 three:-35 youve:-36 asking:-38 trip:-39 emojis:-40 crest:-41 photo:-41
assembly:-43 thinks:-47 petition:-55
= -5.59; claim about staff; claim about school; claim about parent; claim about pupil
untrue:101 truth:89 fiddling:83 failed:80 cash:79 fact:76 guess:75 false:74 attendance:72 summer:71
checked:70 shutting:65 trail:65 trim:65 squad:63 mock:60 post:60 claims:59 marks:59 daily:58 page:58
believe:57 sixth:57 money:56 tales:56 registers:52 published:51 together:51 marketplace:50 shared:50
answers:49 leavers:49 none:49 quid:48 figure:47 accounts:46 announced:45 c:45 dept:45 sorts:45 boys:43
telling:43 bank:42 kitchen:42 describes:41 plotting:41 charm:40 hip:40 leads:40 rubbish:39 simply:39
standing:39 stream:39 committee:38 licence:38 serving:38 fair:37 havent:37 invoice:37 tutor:37 governors:36
invented:36 record:36 something:36 whichever:36 wholl:36 beside:35 chicken:35 know:35 knows:35 puts:34
wifes:34 sack:33 went:33 biggest:32 closing:32 worked:32 board:31 chair:31 facebook:31 paid:31 knew:30
listen:30 sleeping:30 nobody:29 people:29 word:29 comments:28 its:28 members:27 part:27 academy:26 ask:26
badge:26 bottle:26 date:26 joke:26 either:25 might:25 pay:25 where:25 most:24 every:23 few:23 kept:23 r:23
that:23 young:23 about:22 laughed:22 northgate:22 being:21 form:21 nothing:21 each:20 group:20 father:19
is:19 calls:18 they:18 but:17 last:17 office:17 there:14 we:14 it:13 everyone:12 from:10 of:10 the:9 i:8
have:5 on:5 at:-9 was:-10 her:-11 him:-12 not:-12 one:-14 he:-16 had:-17 said:-17 come:-18 could:-18 then:-18
when:-18 public:-19 your:-19 own:-22 couldnt:-26
= -5.99; repeated about anybody
blocked:101 keeps:88 sisters:81 comments:76 lonely:75 chain:68 followed:67 sleeping:66 house:64 answered:63
began:63 funny:60 noise:60 set:60 0th:59 fourth:56 mobile:55 received:55 putting:54 drama:53 stop:53 0rd:52
adding:52 night:52 biscuit:51 grade:51 snitch:51 account:50 messages:50 poor:50 same:50 shop:50 started:50
comment:49 face:49 kits:48 leaving:48 pretended:48 department:46 answer:45 blue:45 fb:45 screenshotted:44
sound:44 answers:43 0b:42 another:42 canal:42 nine:42 every:41 re:41 chat:40 glad:40 through:39 teacher:38
actual:37 carers:37 leave:37 pet:37 gift:36 group:36 much:36 doing:35 mentioned:35 twice:35 walks:35
writing:35 bone:34 discuss:34 monday:34 pretty:34 asking:33 giving:33 milk:33 anyway:32 own:32 saturday:32
settling:32 anxious:31 follows:31 last:31 sent:31 immediate:30 november:30 sixth:30 thing:30 weird:30
window:30 fortnight:28 replied:28 thanks:28 video:28 estate:27 polite:27 tuesday:27 again:26 car:26 move:26
times:26 single:25 never:24 red:24 0c:23 about:23 childs:23 done:23 flowers:23 some:23 your:23 anyone:22
half:22 ive:22 me:22 means:22 class:19 give:19 her:19 on:19 rude:19 where:19 didnt:18 kitchen:18 little:18
being:16 my:15 time:15 he:14 since:14 this:14 i:13 once:13 whole:13 form:11 has:10 alone:9 have:8 name:6
no:-7 school:-8 from:-10 his:-11 for:-17 so:-18 gone:-22 saying:-22 out:-23 please:-23 go:-27 had:-27
private:-29
= -3.89; hate about anybody
din:117 po:106 angry:91 vermin:82 awkward:78 lot:78 pe:76 even:75 e:72 monkey:70 travellers:69 w:68 z:64
clown:63 am:62 whove:62 rice:61 hate:60 photo:58 seen:56 born:55 emailed:54 o:54 juniors:53 0a:52 mam:52
canal:51 cover:51 joke:51 kids:50 pack:50 carer:49 cry:49 boat:48 under:48 writer:48 babysitter:47 colour:47
zebra:47 hot:46 polite:46 birth:45 comment:43 drowned:43 mick:43 moo:43 think:43 u:43 nineteen:42 owns:42
tik:42 tok:42 business:41 families:41 goal:41 prayer:41 prefect:41 racist:40 son:40 breed:39 talking:39
lunch:38 really:38 academys:37 advice:37 curry:37 decent:36 their:36 group:35 quartered:35 here:33
commenting:32 send:32 should:32 wrote:32 near:31 schools:31 whose:31 crossing:30 crying:30 hung:30
incident:30 photograph:30 sick:30 something:30 comments:29 neighbours:29 raging:29 alaikum:28 apology:28
emojis:28 full:28 posting:28 silly:28 thieving:28 van:28 ground:27 upset:27 facebook:26 school:26 write:26
else:25 picture:25 properly:25 screenshot:25 black:24 thinks:24 history:23 speak:23 used:23 views:23 clear:21
these:21 our:20 0b:19 video:19 lady:17 where:17 woman:17 let:14 that:14 is:13 them:12 be:8 i:5 in:4 and:-5
the:-6 report:-8 on:-10 two:-12 got:-14 him:-14 ive:-14 but:-15 by:-15 going:-15 he:-15 your:-15 her:-16
if:-16 to:-16 asked:-17 would:-17 again:-18 hes:-18 were:-18 0:-19 trip:-20 couldnt:-21
= -5.41; impersonation about school; impersonation about staff
crest:94 fake:85 northgatebridge:70 followers:66 badge:64 posts:59 spells:56 leavers:53 logo:53
marketplace:53 quid:53 tags:52 page:50 profile:46 stuff:44 cancelled:43 account:42 follows:42 donation:41
flagging:41 guaranteed:41 banter:40 northgate:40 headmistress:39 hoax:39 photograph:39 pounds:38 appeared:37
believed:37 non:37 photo:37 bridge:36 news:36 academy:35 academys:35 clearly:35 knew:35 packed:35 uses:35
lunches:34 few:33 offer:33 paid:33 trust:33 uniform:32 pay:31 website:31 dm:30 might:29 pages:29 twitter:29
xx:28 admin:27 imitation:27 themselves:27 idea:26 opposite:26 ours:26 places:26 x:26 follow:25 bank:24
behind:24 its:24 local:24 lollipop:24 wish:24 insta:23 name:23 real:23 giving:22 himself:22 such:22
calling:21 mark:21 responsible:21 content:20 m:20 people:20 u:20 hate:19 live:19 snow:19 completed:18
dates:18 heads:18 prospectus:18 called:17 football:17 loads:17 lol:17 whos:17 building:16 everybody:16
love:16 detention:15 it:15 office:15 asking:14 money:14 schools:14 using:14 wasnt:14 0s:13 everyone:13
homework:13 nothing:13 as:12 bit:12 day:12 harebell:12 lane:12 parents:12 yr:12 but:11 know:11 very:11
writing:11 wrong:11 an:10 asked:10 bring:10 our:10 right:9 says:9 think:9 told:9 front:8 just:8 own:8 were:8
him:6 no:6 and:3 form:-6 she:-6 you:-6 at:-7 in:-7 them:-7 we:-7 can:-8 im:-8 please:-8 my:-9 one:-9 said:-9
up:-9 been:-10 was:-11
= -4.8; naming about pupil
grip:147 naming:101 un:91 full:83 named:81 permission:77 ups:75 surname:74 harvest:72 madam:72 politely:71
grown:66 wants:66 din:65 alaikum:64 o:64 tortoise:64 little:63 needs:63 oh:63 party:62 aware:60 reasons:59
everyone:58 enough:57 feral:57 u0:57 pupil:56 shared:55 views:53 kid:52 planks:52 taking:52 internet:51 l:51
gives:50 thick:50 cakes:47 keeper:46 facebook:44 tagged:43 apparently:42 hun:42 spoilt:42 which:42 church:41
grandfather:41 0as:40 biting:40 elses:39 granddaughter:39 gentleman:38 horrible:38 members:38 mince:38
photo:38 shown:37 four:36 g:36 mother:36 obliged:36 thing:36 assembly:35 class:35 put:35 slap:35 child:34
fair:34 leavers:34 picture:34 split:34 camera:33 exactly:33 poll:33 stock:33 0a:32 posted:32 response:32
saved:32 stinks:32 bumps:31 evidence:31 feeling:31 ten:31 calling:30 main:30 photos:30 post:30 gormless:29
name:29 pot:29 neighbours:28 shots:28 did:27 down:27 lump:27 trip:27 trousers:27 nasty:26 open:26 remove:26
letter:25 poor:25 shes:25 got:24 group:24 scissors:24 know:23 screen:23 whose:23 get:21 just:21 r:21 0d:20
excluded:20 ive:20 word:20 hiya:19 not:19 friends:18 0b:16 as:16 isolation:16 been:15 knows:15 form:14 has:14
hes:13 who:13 is:12 school:10 do:8 that:6 of:-8 i:-10 on:-10 the:-10 to:-10 will:-15 off:-17 were:-17
what:-17 when:-17 going:-18 under:-19 time:-20 now:-21 every:-22 november:-25 couldnt:-29
= -5.08; words about school; words about group; words about anybody; passing-on about anybody
cold:103 welcome:100 bothered:99 cash:99 chain:95 lettings:95 sober:94 idea:93 petition:92 link:89 driven:87
parked:87 trying:85 apparently:78 allowed:73 silly:73 rang:72 department:71 shame:70 marketplace:66 zebra:66
quid:65 saturday:65 writer:65 lass:64 moo:64 dangerous:63 leavers:63 baseball:62 poll:62 rate:61 swearing:60
owns:59 timetable:59 tap:57 truth:57 followed:55 linked:55 run:55 childs:54 clowns:54 needs:54
photographed:54 but:53 gentle:53 lanes:53 oh:53 includes:50 obviously:50 park:50 accounts:49 bar:49
staffroom:49 calmer:48 concern:48 bare:47 letters:47 pub:47 cost:46 group:45 rota:45 rung:45 shambles:44
song:44 warn:44 agreed:43 email:43 joking:43 captain:42 muted:42 outside:42 regards:42 car:41 gate:41 live:41
mins:41 story:41 well:41 word:41 advert:40 extension:40 recorded:40 times:40 track:40 tutors:40 bridge:39
clock:39 hearing:39 key:39 opposite:39 tonight:39 weeks:39 detention:38 paid:38 these:38 called:37 knew:37
log:37 message:37 flowers:36 pay:36 taking:36 excluded:35 minutes:35 nothing:35 code:34 crossing:34
suppose:34 spreadsheet:33 forward:32 night:32 report:32 written:31 across:30 answer:29 thursday:29 sisters:26
he:25 runs:25 call:24 dinners:24 laughing:24 referral:24 have:22 done:20 parents:20 followers:18 it:17
about:15 be:15 five:14 on:12 a:7 is:7 i:5 with:4 0:3 them:-18 as:-19 if:-20 we:-23 tell:-24 friday:-25
today:-27 are:-28 theres:-28 only:-30 should:-30 by:-31 did:-35
= -4.45; picture about pupil; picture about staff; video about pupil; video about staff
photos:135 filming:116 views:99 tik:94 tok:94 photographs:85 recording:85 rehearsal:85 song:82 reasons:78
recorded:71 nativity:68 alaikum:65 din:64 un:64 faces:62 rice:62 debate:58 pics:58 pictures:58 taking:58
camp:55 channel:54 pyjamas:53 captions:52 entire:52 video:52 film:51 dress:50 harvest:50 laughing:50
smells:50 swimming:50 yous:49 families:48 other:48 party:48 refused:48 whole:48 clock:47 dozen:47 teachers:46
u0s:45 balcony:44 country:44 track:44 built:43 cry:43 extension:43 hun:43 photo:43 dance:42 main:42 match:41
girls:40 taken:40 doing:39 fridge:39 grandfather:38 open:38 side:38 granddaughter:37 obliged:37 options:37
sees:37 everyones:36 gala:36 grown:36 oh:36 pool:36 put:35 family:34 giving:34 name:34 o:34 profile:34
think:34 assembly:33 costumes:33 everybodys:33 account:32 split:32 trip:32 caption:31 care:31 lunch:31
start:31 ask:30 either:30 minutes:30 stock:30 class:29 happen:29 picture:29 asked:28 0d:27 phone:27 public:27
pupils:27 rang:27 stands:27 trousers:27 front:26 shared:25 names:24 all:23 from:23 live:23 mother:22
posted:22 up:22 could:21 dont:21 form:21 message:21 allowed:20 some:20 want:20 children:19 facebook:19 of:19
report:19 but:18 child:18 dad:18 0a:15 r:15 at:14 her:14 with:12 a:-8 and:-9 he:-15 hes:-15 me:-15 says:-16
for:-17 tell:-18 that:-18 got:-19 will:-19 page:-20 came:-21 if:-21 your:-21 under:-22 sent:-23 then:-24
parents:-26 someone:-26
= -4.58; contact about staff
personal:103 replied:89 mobile:83 asking:76 private:71 messages:66 sisters:64 polite:63 started:60 account:55
estate:54 contact:53 own:52 accept:51 wedding:51 kits:50 answers:49 requests:48 lovely:46 sleeping:45 text:44
thumbs:44 rude:41 accounts:40 chronology:40 opposite:40 scarf:40 wore:40 nobody:39 adding:38 blue:38
number:38 blocked:37 answer:36 band:36 night:36 perfectly:36 pretty:36 report:36 set:35 soul:35 threats:34
fb:33 drama:32 parent:32 never:31 thinks:31 wanted:31 flat:30 fortnight:30 second:30 carers:29 discuss:29
form:29 wifes:29 costume:28 early:28 message:28 my:28 nov:28 texted:28 nothing:27 below:26 friendly:26
mark:26 nowhere:26 reading:26 sometimes:26 whether:26 anyway:25 dresses:25 nine:25 which:25 0th:24 deal:24
direct:24 needs:24 pe:24 think:24 answered:23 funny:23 hi:23 letter:23 monday:23 once:22 single:22 stop:22
could:21 havent:21 just:21 maybe:21 office:21 times:21 follows:20 idea:20 reply:20 tired:20 alone:19
change:19 class:19 else:19 poor:19 trip:19 every:18 grade:18 minibus:18 numbers:18 then:18 chat:17 thing:17
me:16 until:15 want:15 two:14 what:13 he:12 first:11 if:11 asked:9 i:9 about:7 know:7 not:7 to:5 the:-6
and:-8 says:-8 for:-11 up:-11 are:-12 because:-12 in:-12 please:-12 us:-12 be:-13 of:-13 our:-13 0:-14
back:-14 down:-14 get:-14 outside:-14 am:-15 go:-15 will:-15 it:-16 public:-17 see:-17 mums:-18 put:-18
= -5.39; threat about anybody
excluded:90 petrol:80 comment:79 screenshotted:77 mam:75 fenwick:73 marley:72 texted:71 ground:67 ref:67
doing:66 contacts:63 anyones:61 hedge:60 tonight:60 fist:59 heating:58 means:58 boot:57 wouldve:57 burn:56
ill:56 parks:56 walks:56 hut:55 insta:54 stood:54 theyll:54 typing:54 monday:52 gate:51 tomorrow:51 night:50
straw:50 going:49 reference:49 watch:49 match:48 stick:48 bat:46 joking:46 out:46 see:46 someone:46 step:46
commented:45 stand:45 believe:44 canal:44 double:44 message:44 walking:44 lot:43 van:43 mean:42 lol:41
whoever:41 write:41 laughing:40 windscreen:40 care:39 drag:39 lad:39 legs:39 rung:39 waiting:38 battered:37
chat:37 following:37 happen:37 wife:37 left:36 through:35 giving:34 needs:34 there:34 will:34 within:33
burnt:32 looks:32 sort:32 car:31 hell:31 your:31 blue:30 centre:30 dads:30 facebook:30 friday:30 now:30
pick:30 urgent:29 w:29 down:28 emojis:28 machete:28 wont:28 0c:27 getting:27 green:27 fireworks:26 form:26
mince:26 group:25 nothing:25 coming:24 another:23 come:23 dad:23 that:23 then:23 thursday:23 as:22 before:20
by:20 done:20 half:20 row:20 parents:19 put:19 know:18 dont:16 hes:16 his:16 you:16 warning:15 i:13 if:13
at:11 it:11 0:-10 like:-12 a:-13 was:-17 asked:-19 them:-19 were:-22 we:-23 door:-25 keep:-26 two:-27 0b:-28
id:-28 number:-28 outside:-29 because:-30 she:-30 its:-33 rather:-34 when:-35
"""
"""Each kind: its bias and its deeds; its words, each with a weight in tenths."""
