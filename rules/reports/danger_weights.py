"""Weights of words and pairs of words: written by tests/tools/learn_weights.py, never by hand."""

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
EMAILS = 1_640
BIAS = -1.81
RED_FROM = 0.55
AMBER_TO = 0.4
WEIGHTS = """
59 tonight
45 capture
43 girl;hes
41 told me
40 pulled
37 device 0
36 at 0;girls;lad;no subject
35 bed;he;see you;tomorrow
34 husbands
33 partner
32 me that
31 goes to;gonna;he says;her;theyll
30 boy;grabbed;mans;petrol;shes;showed;the wall;your school
29 ear;he will;im going;so sorry
28 a straw;by the;down his;lad in;see;straw;throat
27 end up;from an;going;pic;shes 0;user;woman was
26 accent;app;boyfriend;bruises;from a;his;legs;male;sure i;ten to;the van;through a;undressed
25 friend;going to;green;has just;him in;lighter;text;that hed;tonight and;with you;wont be
24 an account;be stood;car;girls in;hold of;ive written;my lad;not to;now;pushed;the boy;van
23 0 device;a note;boys;drag;face down;ground tonight;has posted;i saw;in with;it wont;man who;mum i;night
23 note;of herself;outside;see him;she is;sleepover;that her;the girls;there are
22 0 user;again last;all down;asleep;caller;came for;captured;device;got hold;he meant;im on;knock;phone
22 please read;quarter past;shaking;showed it;this on;through;twisted;twisted it;was hitting;writes
21 0 girls;a man;a phone;card in;clothes;ex;garage;hair;he drives;he told;hes put;i finish;in her;is going
21 is too;locked the;meant he;mums boyfriend;my;my boy;my son;overnight;pls dont;said that;school bus
21 seen them;sending;shape;shes going;stand;the bed;the fridge;the loft;the mans;the throat;theyre;wall
21 windscreen;wont;worry
20 a girl;a lighter;a parents;an app;answering;bikes;cubicle;dont say;down them;drawer;drop off;finish;flat
20 found in;get the;he is;her mother;him;him im;in my;its had;just now;morning he;no he;nothing on
20 recorded it;saturday and;school to;see who;she will;shes shaking;slept in;snap;tablets;the sports
20 them stairs;tried;under my;when hes;with us
19 0 has;a young;all weekend;an unknown;bath;because she;bloke;captures;changing;changing room;coming down
19 drunk;found;friday night;gone off;got them;handle;has messaged;her passport;his back;his shirt;in bed
19 is getting;it like;kicked her;kind of;last night;man;map of;mums on;next time;nursery gate;on their
19 our girls;out the;parents page;passing;pe teacher;round;secret;she told;the bath;the order;then kicked
19 theyre all;to end;tomorrow and;we think;who you;wont stop;xbox;you are
18 0 dad;a sleepover;all week;and hes;at this;been drinking;bottles;bra;call;can watch;caravan;caretakers
18 children at;daughters;door;door handle;emoji;fenwick will;got;grabbed my;handle and;home from;home time
18 house;i have;in maths;lighter and;make sure;me she;much for;no name;old bag;presentation evening;put him
18 read this;rucksack;saw him;she took;sorry for;sports hall;stomach;straight at;the car;the man;the road
18 the stomach;to tell;toilets;tonight im;w;will know;window;you wont
17 a lad;a mark;a year;and he;and pulled;and says;asks;at three;bailed;bailed not;be gone;blue;boat;boy for
17 boy has;by her;call 0;called 0;cheek;coming;door at;door by;drag that;face;fella;fire service;fourteen
17 hell be;hes in;him with;home address;i go;i see;im off;its from;jacob;knocking;know i;know where;last time
17 let her;mark the;me over;messaged;mummy;mums tablets;neck;new capture;oclock;on i;on my;out at;out this
17 phone off;phones;picture;pipe;presentation;really deep;road;rung;rung 0;she fell;shirt;someone who;stepdad
17 talk to;the messages;the park;the steps;the tablets;theres a;theyll be;three to;time said;time you
17 tomorrow morning;typed;want to;wants a;who wouldnt;with his;your door
16 0 and;0 boy;0 of;0c told;a plan;asks for;asleep on;blazer;broken;brothers;but not;by my;chats with
16 coach from;comments some;dads;dark;done since;dont;else to;found on;gets;getting;gone to;ground;have not
16 he showed;hear her;her knickers;here;ill be;in as;is twelve;it stopped;ive kept;lads;lap;let go;loft
16 main hall;mam;marks;me home;me in;mother at;my business;my friend;my lap;off;on is;order;phone is;pick
16 pick up;please ring;pulled my;punched;purple;rest of;ring;shown about;smashed my;son;spellings;stick and
16 stitches in;tell my;that little;the girl;the toilets;this school;through the;to bed;to come;to you
16 two boys;undressed and;untitled;video and;was up;weir;wrist;yesterday and;you lot;your uniform
15 0 i;0 loan;0 this;0 untitled;a baseball;address and;and see;baseball;baseball bat;bed at;been sending
15 canal;centre;crossing;daddy;deep;down the;drives;email from;fire is;for tea;for when;fridge;glasses broke
15 grandad and;hall capacity;has not;have my;he collects;head with;hell;hell do;her bag;her car;herself in
15 hes asked;home;how loud;i heard;i set;im;im having;in 0c;inside;into the;is fresh;is off;ive found;joking
15 just talk;kept a;lad of;logged for;loud is;man said;match and;meant;mosque;night with;nobody will;not been
15 now please;of my;of our;off him;office by;paracetamol;petrol and;pic of;picture without;please help
15 pritchard then;put them;remarks made;room;said;said and;said tell;says grabbed;see her;shape of;shove
15 shove him;sort it;still there;tablets i;telling;the canal;the green;the shape;the stop;there with;thru
15 to sort;told;tomoz;tonight when;top off;untitled document;up for;upstairs;we would;while it;wrists
15 wrote it
14 0 tomorrow;a garden;about he;and thats;at drop;begging him;belting;brothers and;burn this;but he;can have
14 capture for;chats;collar;collar and;cycles;down there;dragged;exclusion;flat with;for him;for pictures
14 for them;found a;freezing and;get me;gone;had two;had your;has got;has told;he has;he said;head twice
14 her boyfriend;her out;her school;her sister;hes got;him by;his legs;holding her;i cant;if anything
14 in blood;in your;is what;it when;lads in;me before;message is;my bra;my little;nose is;not my;number
14 number withheld;of his;older;on his;on whatsapp;only for;our staff;out of;pass this;passport;phone home
14 picking;pictures;pls;police;pulled a;round a;said dont;school;she sent;shotgun;stairs;taped;telling people
14 that parents;thats for;the 0;the boot;the football;the hair;the house;there tomorrow;they talk;think is
14 walks;washed and;worry about;wrist and;your legs;yr
13 0 phones;0 whose;a bomb;a name;a text;a tracker;about ten;and fire;and i;and said;and stand;are all;as she
13 asked me;at no;banged;be here;being;being blackmailed;below the;blackmailed;bus;by and;call at;call log
13 came from;can come;can hear;collection;console;cousins;down;dropping;example wrote;following;for tonight
13 forearm;forty minutes;fresh;from school;garden;get him;girl on;girl with;goes;got into;have rung;he walks
13 he writes;head against;her down;her hair;her into;her mum;hes going;hes sent;him at;him that;him through
13 im coming;im in;in the;is broken;is me;ive got;jaw;jerry;jerry cans;map;me up;meet at;money for;more and
13 mum dad;my daughter;my flat;my hair;my head;next door;night boat;no clothes;not getting;off the;one ive
13 opposite your;overheard;people to;rang my;remarks;reviewer;right this;ring me;round both;route 0;said she
13 said thats;science block;sent a;she did;she gets;she has;shes got;shes wearing;signed it;someone in;stamp
13 t 0;taken out;that will;the console;the lad;the old;the test;their phones;then;there is;they laughed;theyd
13 theyre in;time 0;time ive;today;told my;too many;tried your;twelve years;two are;wake;was me;what car
13 what had;what hes;which we;while;who gets;whose girl;with no;with on;withheld;would put;wouldnt;you signed
13 yr 0
12 0 capture;0 last;0 new;0 oclock;a can;a family;a kitchen;account with;agency;air rifle;all your;am going
12 and dads;arranged;back for;back way;bag;bodies and;brother;by himself;by his;capacity;collects;concerning
12 contact for;covered;daughter;delete;does not;drop;eight;finished with;first then;floor;for word;found out
12 from this;gets out;girl in;girls faces;goodbye;half 0;half three;has followed;he met;heard;heard him
12 help my;her private;hes being;hes gonna;his phone;hitting;home tonight;i try;im sorry;in both;in his
12 in just;in year;incident at;into;is telling;it hurt;it to;its me;ive taken;just left;kept the;kitchen and
12 knickers;ks0;lass;late husbands;lighting;located;me her;message because;mothers;my father;my girl;my hand
12 naughty;nights;not long;not stand;of about;office on;on and;on nights;operation;other school;p0;phone and
12 photo of;picking up;please come;please dont;police and;private parts;punched in;radio;raised;ribs;rourke
12 say it;school and;she;skirt;stand with;stay;stop and;subject;switchboard;teacher rourke;thanked;that he
12 that next;that when;the friend;the head;the kerb;the kids;the picture;the side;the uniform;theyd be
12 think theres;this a;throat and;timber;to a;to contact;to meet;to three;took 0;towards;try and;twelve
12 two children;two women;understand;unknown;up from;up pictures;us not;waiting;want my;was arrested;was only
12 washed;weve got;when shes;who else;window i;with pritchard;without a;write about;year 0;you change
12 you come;you were;your;your parent;yours sincerely
11 0 at;0 girl;0 his;0 today;a brick;a fractured;a manifesto;a mans;a site;address in;again yesterday
11 against the;am at;am on;and asked;and leave;and that;and theyre;and to;and writes;asked what;at 0am
11 at quarter;back from;back of;be at;be under;been strangled;bleeding;bought;boy is;brick;by who
11 calls himself;can stop;cant get;car and;car he;covering;disclosure;do with;dog along;dont send;dont show
11 drive at;drives a;dropped off;eight he;exclude my;export;facebook about;fenwick is;fetching;following the
11 fractured;gate at;girl that;girls have;got her;got the;grandads;green door;group i;hair and;has it
11 have got;have her;have kept;he broke;he then;head under;hear the;her friend;her nightie;hes bought;hes out
11 his brothers;his wrist;hit me;house with;i cut;i will;i wont;in there;invited to;is 0;is due;is on;isnt on
11 it dont;it properly;ive;ive seen;ive the;kill myself;knife in;last warning;laughed;leave the;letter for
11 little one;loss;made off;man from;manifesto;marks on;me out;me to;meet;message i;messaging;midnight
11 mock paper;mums and;my daughters;my mums;nappy;night it;nightie;not looked;nursery;of that;on radio;one of
11 one said;one she;only 0;order in;others;our name;out;passed to;picks;pleasantly;police are;police called
11 posted about;printer;properly this;reflect;reservoir;return;ring somebody;room all;saying;says his;see if
11 sending her;she made;she wouldnt;shes in;someone look;sons;stone;swimming pool;take the;telling the
11 tells her;that lad;that shed;that teacher;the cubicle;the lollipop;the male;the reservoir;the results
11 they slept;this man;time;to drag;to four;to show;told he;told us;tonight after;tried the;try;was being
11 we found;what he;what is;what said;when they;who calls;write this;written by;written it;youll get
11 your gate;youth
10 0 who;a bloke;a group;a morning;a parcel;a voice;alive any;an older;and drop;and im;and over;and then
10 as long;asked if;at lunch;at pick;at six;attended;bairn;be alive;be dead;be in;be there;be up;be with
10 been called;begging;big fella;both his;break;coach;coal;collected;confidence;corridors;could hear;deck
10 done today;door to;dropped the;drove off;dt;eating;else;exclude;excluded;family in;fetch it;finger marks
10 flat 0;for nothing;forgive an;from outside;going through;grabbed him;had not;hall and;hand and;has broken
10 have done;he laughed;he touches;her again;her ear;her room;herself;hes coming;hes had;hes told;hes with
10 hi for;his bag;his car;his ear;his football;his throat;his uncles;house when;i live;in their;in through
10 indoors;invited;is bringing;is not;it because;its still;ive locked;kicked;know who;know yet;lay there
10 leave her;left at;lip and;live next;loan;local accent;long;long as;me not;morning and;most nights;mummys
10 my ex;my neck;my top;name i;name local;night because;nine;nose was;not because;not spoken;now the;of her
10 of petrol;off on;on you;out his;out on;outside and;outside school;own at;parcel;park;parks;past me
10 past one;police have;promise;punched him;punched me;pupil 0c;pushed him;puts;puts up;rang off;red;saw
10 saw us;say hes;school bag;screenshots;searches;sent it;shame;she does;she doesnt;she wears;sincerely
10 so everyone;someone;someone at;spoon;stayed behind;still in;swear down;takes;tan;temper;that a;that hes
10 the boys;the changing;the club;the counter;the doors;the floor;the ground;the keys;the match;the mosque
10 the neck;the nursery;the post;the record;their own;then nobody;there;they had;thinking;to burn;tomorrow i
10 top deck;tracker;trouble;tutor time;uncles;up behind;voicemail;was bleeding;was screaming;weekend
10 went past;went towards;what time;where you;while they;will forgive;will put;with nothing;wont have
10 wont see;would be;you like
9 0 she;0b have;a jumper;a machete;a map;a page;a photo;a picture;about 0a;about in;after school
9 again tonight;am stood;and asks;and drive;and hell;and locked;and showed;and theyd;and theyve;and three
9 any more;are marks;at four;at head;bath and;be walking;belt;block;bombs;booked;booked a;boy held;break both
9 cant wake;change your;check;come;dad in;delete it;delivery driver;do it;doesnt;dont know;door with;drove
9 edge;finishes;friend says;gone and;had 0;hall;hand;has;has our;has sent;hedge;held a;her money;hes never
9 him down;him to;his coat;hope;how many;i bring;i dont;if shes;in 0d;in order;is being;is sat;it had;it that
9 its off;jumper;just come;keys;know her;know what;lad who;lane at;let;look at;make;mark;my dad;my eye
9 my lads;nose;not let;now with;of fingers;off facebook;on snap;on video;parked outside;passed;photos of
9 pinned;please look;question 0;read now;said hes;saying that;says that;services;she and;she had;shes walking
9 shes with;shouting;sister;smashed;so you;some of;sports;stitches;stood outside;that id;the dark;the drawer
9 the father;the hedge;the phone;the red;the rest;the script;their class;them up;theres;this time
9 those children;three year;thursday and;time she;to check;to exclude;to write;today he;told the;took a
9 towards the;two others;typing;underwear;upper;upper arm;us is;us that;wearing;wears;weekend and;word for
9 written;you live;you will;your year;yours
8 0 harebell;0am;0c;about my;all night;am terrified;and have;and suicidal;are being;arranged to;at her
8 at night;back gate;bank;bat;be waiting;being sick;blows on;boot;both at;broke;by;c 0;cant do;chat;come back
8 come to;dont let;dont want;father;fewer;for and;for some;for your;get;going home;got a;grey;has gone
8 heard it;hed come;her and;hes 0;him i;his room;home for;i took;i wasnt;i write;im doing;it taken;its dated
8 kept;kitchen floor;letter in;lock;losers;machete;makes;making;many;maths 0;morning over;mother;mum is
8 my husband;nan;no 0;no top;not give;not have;not know;of hours;one with;pictures of;please keep;please make
8 repeat;says he;school tomorrow;she wont;shed have;shell;showed me;shut;slapped;spilt;steps;strangled
8 suicidal;thats a;the garage;the library;the light;the petrol;the young;this town;to make;to somebody
8 toilets by;tonight i;top;twelve and;up on;waiting for;wall and;was changing;was telling;what else
8 what happened;when he;when mums;will shoot;work;years old;you read;youre a
7 a boy;a woman;against;and put;at;back at;burning;dad;do the;does it;doing;down on;eastmere chat;get past
7 go home;go in;go with;happened;have put;he cant;he would;him then;his cousins;hold;husband;ipad;line;mums
7 names;of your;on a;on me;on that;other side;page about;re letter;roundabout;said it;says its;school run
7 since rung;slammed;slept;sure;tell;the back;the roundabout;them;they all;three and;till;till i;watch;when
7 wrote;young;your mobile
6 cant;in;in 0b;know;last;me on;notice;of a;out and;past;says;stood;stop;swear;the other;the police
6 this morning;with;you at
5 because he;hear;her in;him and;is in;its in;locked;me;sat in;take;this;yesterday
4 after;at home;because;bring;message;thats;three;with a
3 it was;that;with the
2 please;what
-3 0;the;to the
-4 0 november;it;left;money;of the;office;to be;would
-5 did;done;f;group;late;list;of;online;parent;set;to;way;whoever;you
-6 0 members;0 views;a pupil;and 0;are;been;biscuit;bus stop;but i;can;car park;caretaker;christmas;do
-6 friends;have;in tears;is that;it is;just;northgate;nov 0;on it;one;person;protection;regards;show;the day
-6 the form;the schools;the way;the year;time this;trust;under;we have
-7 0 december;0a and;a biscuit;a teacher;act;adult;afternoon;again and;allowed;and now;and went;as mince
-7 as per;asked;at me;attendance;b;be shot;boiler;both;calls;came;can we;consent;copies;december;dinner
-7 dinner money;drama;email;enough;ever;exactly;f ing;facebook page;faces;fire;from my;front;go to;grade;hat
-7 him have;his face;hit;i left;i shall;in or;in to;information;ing;is a;is about;it but;lady in;link;me from
-7 missed;monday 0;my boys;named;of 0b;of all;of and;of staff;ought;ought to;petition;policy;prefects;primary
-7 primary school;reading;ready to;real;reason;record;replied;review;sat;says shes;several;she said;swearing
-7 ten minutes;the 0th;the group;the path;the reading;the right;the trip;the trust;the wives;their;these days
-7 this email;want a;without;wives;you know;youre
-8 0 minutes;0 october;0a group;a;a mum;absolute;account;am told;and a;and id;and walked;any;anybody
-8 are friends;are in;been a;behind;bit of;bonfire;book in;canteen;car in;catch;cause;clown;corner;counted
-8 dad of;date;dirty;drinks;eastmere;eating a;even;everyone;explain;fat;filled in;film;fixed;friday;front of
-8 full name;go;governors;grandmother;hand it;hands;has done;have said;her queen;him home;his father;hospital
-8 i didnt;i said;i send;ill give;iphone;is it;issue;it down;it isnt;ive read;killed it;kindly;lane primary
-8 laughing faces;left my;let him;let me;letting;looking for;loud;made;made 0;man i;may be;media;meeting with
-8 member;mention;middle of;mince;mind;more;my iphone;my wife;next week;no dogs;nobody is;not answered
-8 november;of their;of year;off a;off his;ones;pass;perhaps;plonker;poisoned;post;private;put it;rather
-8 reported;reported by;request;rings;says the;screen;sense;sent from;sexual;she drinks;shes a;shes fine;shin
-8 should;should know;shout;shouted at;signed;since;sit;smoke;smoking;so are;social media;speech;stays
-8 stop in;struck;take a;talk about;teach;team;that i;that nobody;the board;the drive;the fence;the field
-8 the list;the maths;the meeting;the sign;the teacher;the trim;this to;to my;told him;touch;transfer
-8 tuesday 0;twenty;twenty minutes;two of;u0;view;views;waited;wants;was 0;was dying;waste;went to;what your
-8 when it;whether;which;who has;whom;will say;wk;wrong;years;you asked;youd
-9 0 had;0 or;0a whatsapp;a card;a dinner;a free;a lady;a sausage;a school;a stuck;accounts;afraid;allow
-9 and she;angry;another pupil;apparently;asked the;at school;at two;axe;bad;bar;be carried;be killed;big
-9 blocked;blood;both hands;bridge;builders;burst;but its;but she;called her;can she;caught;chair
-9 children and;choir;choose;close;copy;cover;criminal;dates;dear;dear safeguarding;death by;dent;distraught
-9 do a;done a;down before;emergency;evening;everywhere;fake;family;feedback;fence;fight;five minutes
-9 followers;food;for;for my;forced;form and;free country;friendly;from 0;get it;give him;go at;goat
-9 good morning;got out;got there;guns;had a;half;harebell;harebell lane;has taken;he called;her husband
-9 her she;her that;hes a;hours;hurt;id like;im afraid;it all;it for;it i;it put;ive said;language;like to
-9 lockdown;log;lost property;m;make a;may i;me about;meeting;meeting about;men;monday a;mums in;must;naming
-9 nativity;nearly had;new;new one;nice;none;number on;of these;one child;other mums;over;over the;pass it
-9 places;poll;profile;property;quarter to;ready;remove;right address;roll;safe;safety;sat 0;sausage;says you
-9 shall;she wasnt;shooting;since september;sit in;six;sleeping;smells;snapped;song;sorry to;sports day
-9 stabbed in;stinks;stuck up;tagged;teacher;tennis;tennis courts;terminated;the 0a;the academy;the big
-9 the body;the builders;the display;the gate;the yellow;the zig;these;they wont;thick as;this is;times and
-9 to die;to finish;to her;took it;turned up;two and;up little;up with;visitors;walked off;war;was about
-9 was hurt;was stabbed;wasp;we can;we got;what a;when my;who;whole of;with one;without it;word of;worse
-9 yellow;you should;youll;your field
-10 0 parents;0 times;a bad;a big;a childs;a go;a jumped;a lead;a prefect;about a;about set;about the
-10 absolutely;agreed;aid;all over;among;and carried;appointment;assembly;at and;at any;away;awkward;balance
-10 ball;been missing;before;behaviour;behind the;between;bone;bother you;brings;bruise;buy;by me;came down
-10 can do;can i;cards for;charge;checked;closed;come and;community;conduct;copy of;could have;could he;count
-10 cricket;dad who;daft;doctor;draw;drill;eaten;emojis;everything;exactly one;explained;families;filled
-10 filming at;first aid;fit;folk;follow;full;give me;hands and;has now;having a;he come;head out;helpline
-10 here are;hes no;him a;hiya;i ended;i nearly;ice;if you;in our;in that;is exactly;it has;its true;kick off
-10 kill me;knife;knows;lead;left with;lines;look in;members;middle;minute;missing since;my personal;n;needs
-10 neighbours;next to;no idea;nodded;numbers and;of it;old woman;on to;one and;orange;our number;out who
-10 over a;path;pay;people;per;picked;pig;playground;please can;please could;plus;posts;prefect;range
-10 round to;running;s 0;said write;sang;save;say so;seen on;send the;she left;signed the;slot;staff car
-10 straight after;swap;term;that is;that they;the 0rd;the bank;the eastmere;the end;the hall;the letter
-10 the marlowick;the middle;the neighbours;the pavement;the ref;the second;theirs;there because;things
-10 to bother;to hang;to have;to help;to move;told that;towel;two in;us over;useless;violence;visitor
-10 walked him;want it;wants it;was;was looking;weapon;weapons;weird;what the;what was;who wants;whose;wife
-10 witch;with great;woman in;works;you ask;you to;your playground
-11 0 hours;0 x;0rd;a few;a head;a little;actually;an old;and needs;and quarter;and two;and when;anyone
-11 are they;back in;been hit;behind a;better;board;but the;by christmas;came home;cat;chips;could somebody
-11 country;cupboard;dance;data;destroyed;dogs;door of;draw and;drowned;ended;fair;fall;few;five;full of
-11 go on;groups;half of;hang draw;hard;have you;head in;her face;hes ten;him the;his arm;home without;how
-11 i only;i shouldnt;i want;if its;im told;intruder;is there;it got;it the;its her;its the;kill;ladies
-11 last year;lead and;liar;life;lip was;lunch;made a;messages to;missing from;monkey;no badge;nobody was
-11 numbers;old;on facebook;own;place;please let;public;pupil;put up;quote;refused;right up;rings me
-11 said sorry;says hes;school at;scratched car;she says;shows;sign;site;statements;teachers;tears;tells you
-11 texts;that im;the desk;the file;then said;thing but;this the;threatened;till friday;to 0;to it;to leave
-11 to murder;to sit;to sleep;together;tooth;trim;trim trail;true;under the;until the;up his;was the;weekly
-11 went;where the;who does;why;wish;yr0
-12 0 nov;0 people;a bus;a child;about;about it;academy;again;an;and so;and tell;answered;apology;assessment
-12 at seven;be nice;birthday;blue and;book;cake;cost 0;couldnt get;each;english;feels;final;get a;given
-12 had it;hang;he messages;he took;hearts;her name;his dad;his own;homework;i could;ive asked;job;jumped up
-12 know which;known;left the;letter;letter and;missing and;monday and;mother of;murder me;my shoes;nasty
-12 need;next year;nits;no one;not me;nov;october;one more;page;panic;pavement;personal;piece;playing;posters
-12 practice;pride;print;pupils;ring 0;risk assessment;s;sees;september;she put;shoes;short;show and;so i
-12 so that;started;taking;thank you;that we;the caretaker;the minibus;the new;thick;this week;though;thought
-12 thought i;thrown;time on;tired;trail;walk past;walks past;was not;wasnt with;went off;what you;with pride
-12 your going;zig
-13 0 to;0th;a 0;a bit;and on;and was;answer;as a;as they;asking;at it;attached;badge;called;called me;class
-13 code;course;crime;damage;danger;days;drone;effing;entry;fox;get up;glass;gone missing;h;has died;have no
-13 heads;home and;i stood;id;in class;its been;jumped;just so;kits;like the;looking;month;never;on monday
-13 once;phone up;pitch;report form;scared to;send me;seven;shouldnt have;speak;speak to;suicide;thank;thanks
-13 the third;there was;to so;unsubscribe;up the;used;vermin;visit;word
-14 accident;all of;an answer;been told;carried on;carrier;children;could the;dad 0b;desk;did tell;display
-14 dying;either;friday at;frightened;harm;her brother;if;if a;in 0;is the;killing;knives;laughing;like;lost
-14 mortified;of me;on friday;or;reversed;right;schools;teenagers;the front;the netball;the whole;time since
-14 to death;used to;wanted;week;whatsapp;yes
-15 0 says;a right;a word;abuse;ambulance;as;bless;by a;cars;chess;come round;couldnt;dog;emails;good;held
-15 him he;i need;i thought;i wouldnt;love;marlowick;murdered;music;p;parents;point;queen;reply;report;send
-15 shes terrified;singing;staff;that the;third;third time;took him;upset;was a;wash;wasnt
-16 asked him;corridor;could you;give;happy;has put;its;judo;like a;moved;parking;party;safeguarding;shouldnt
-16 so;very;wanted to;were
-17 0a;all the;ask;barrier;but;every;in writing;inside the;minibus;minutes;no;stabbed;until;walked;well
-18 0b;all;bit;everybody;facebook;fine;free;great;had to;hi;lady;may;nearly;nobody;risk;ten and;than;that my
-18 the staff
-19 bin;didnt;die;file;for the;i had;its a;murder;rude;see it;stuck;the site;tolliver;whole
-20 carried;cried;death;gate with;i asked;times;tortoise;tuesday;we;writing
-21 also;and the;detention;filming;me a;only;own mobile
-22 died;field
-23 child;shot;thing;x
-24 day
-25 killed;trip
-28 form
-29 missing
-38 could
"""
"""Each line: a weight in tenths, and the words and pairs that have it."""
