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
BIAS = -1.84
RED_FROM = 0.55
AMBER_TO = 0.4
WEIGHTS = """
59 tonight
43 hes
42 girl
41 told me
40 capture;pulled
37 lad
36 at 0;device 0;girls;no subject
35 bed;he;see you;tomorrow
34 husbands
32 he says;me that;partner;theyll
31 goes to;gonna
30 boy;grabbed;he will;her;mans;petrol;shes;the wall;your school
29 a straw;ear;im going;showed;so sorry;straw;throat
28 by the;down his;lad in;pic;see
27 boyfriend;end up;from an;going;user
26 accent;app;bruises;from a;him in;his;legs;shes 0;sure i;ten to;the van;through a;undressed;woman was
25 an account;be stood;friend;going to;green;has just;lighter;male;text;that hed;tonight and;with you;wont be
24 car;device;girls in;has posted;hold of;mum i;not to;pushed;see him;the boy;van
23 boys;drag;face down;ground tonight;i saw;in with;it wont;ive written;man who;my lad;night;note;now
23 of herself;she is;sleepover;that her;the girls;there are
22 0 device;0 user;a note;again last;all down;asleep;came for;captured;card in;got hold;hair;he meant;hes put
22 im on;knock;mums boyfriend;my;outside;phone;please read;shaking;shape;showed it;theyre;this on;through
22 twisted;twisted it;was hitting;writes
21 0 girls;a man;a parents;a phone;caller;clothes;ex;garage;he told;her mother;him;i finish;in her;in my
21 locked the;meant he;morning he;my boy;my son;quarter past;said that;school bus;seen them;sending;stand
21 the bed;the loft;the mans;the throat;wall;when hes;windscreen;wont
20 a girl;a lighter;an app;answering;bikes;bloke;call 0;captures;changing;cubicle;dont say;down them;drop off
20 finish;flat;found in;friday night;get the;has messaged;he drives;him im;his back;his shirt;is going;is too
20 its had;nothing on;overnight;pls dont;saturday and;school to;see who;she will;shes going;shes shaking
20 slept in;snap;tablets;the fridge;the sports;them stairs;under my;untitled;worry;you are
19 0 has;a young;all weekend;an unknown;because she;changing room;coming down;drawer;gone off;got them;handle
19 he is;her passport;in bed;is getting;just now;kicked her;last night;man;map of;me she;mums on;next time
19 no he;nursery gate;on their;our girls;parents page;passing;pe teacher;read this;recorded it;secret
19 she told;she took;the bath;the car;the order;then kicked;theyre all;to end;to tell;tomorrow and;we think
19 who you;with us;wont stop;xbox
18 a lad;a sleepover;all week;and hes;and says;at this;bailed;bailed not;bath;been drinking;blue;bottles;bra
18 called 0;can watch;caravan;caretakers;children at;daughters;door;door handle;drag that;drunk;emoji
18 fenwick will;found;fourteen;grabbed my;handle and;him with;home from;home time;house;i have;in maths
18 it like;kind of;knocking;lighter and;make sure;me over;much for;new capture;old bag;out the
18 presentation evening;put him;round;rucksack;rung;saw him;sorry for;sports hall;stepdad;stomach;straight at
18 the man;the road;the stomach;the tablets;theres a;toilets;tomorrow morning;tonight im;tried;wants a
18 will know;window;you wont
17 0 dad;a mark;a year;and he;asks;at three;boat;boy for;boy has;by her;call;cheek;coach from;coming;door at
17 face;fella;fire service;got;hell be;hes in;i go;i see;ill be;im off;its from;jacob;know i;last time
17 mark the;messaged;mummy;mums tablets;neck;no name;on i;out this;phone off;phones;picture;pipe;punched
17 really deep;road;rung 0;she fell;shirt;smashed my;talk to;tell my;the girl;the messages;the park;the steps
17 theyll be;three to;time you;typed;urgent;want to;who wouldnt;with his;your door
16 0 and;0 boy;0 of;0c told;a plan;and pulled;asks for;asleep on;be gone;blazer;broken;brothers;but not;by my
16 chats with;crossing;dads;deep;done since;dont;door by;else to;found on;gets;gone to;ground;have not
16 he showed;hear her;hell do;her bag;here;home address;i heard;i set;im having;in as;is fresh;is twelve
16 it stopped;ive kept;know where;lads;lap;let go;let her;main hall;mam;marks;match and;me in;mother at
16 my business;my friend;my lap;oclock;off;off him;on is;on my;out at;phone is;please ring;presentation
16 pulled my;purple;rest of;ring;said and;school;shove;shove him;shown about;someone who;son;sort it
16 spellings;stitches in;telling;that little;the toilets;this school;through the;time said;to come;to you
16 two boys;undressed and;video and;while it;wrist;yesterday and;you lot;your uniform
15 0 loan;0 this;0 tomorrow;0 untitled;a baseball;and see;and thats;baseball;baseball bat;bed at;been sending
15 begging him;canal;chats;comments some;daddy;dark;down the;drives;email from;fire is;for him;for tea
15 freezing and;fridge;getting;grandad and;had two;had your;hall capacity;has not;has told;have my
15 he collects;head twice;head with;hell;her car;her knickers;her sister;herself in;hes asked;holding her
15 how loud;if anything;im;in 0c;inside;into the;is off;ive found;just talk;kept a;lad of;lads in;loft
15 loud is;me home;mosque;night with;nobody will;not been;now please;of our;order;out of;paracetamol
15 pass this;petrol and;pic of;pick;pick up;picture without;please help;pritchard then;put them;room;said
15 says grabbed;shape of;stick and;still there;subject;telling people;the boot;the canal;the green;the house
15 the shape;the stop;there with;thru;to bed;to sort;told;tomoz;tonight when;top off;untitled document;up for
15 upstairs;w;was up;weir;worry about;wrists;yr
14 0 i;a garden;a text;address and;and dads;and i;at drop;belting;brothers and;burn this;but he;can have
14 capture for;centre;cycles;down there;dragged;exclusion;flat with;for pictures;for them;for when;found a
14 fresh;get me;glasses broke;goes;gone;has got;he said;her school;hes going;hes got;him at;him by;his legs
14 home;i cant;in blood;in your;is what;it when;joking;kitchen and;logged for;man said;me before;meant
14 more and;my bra;my little;next door;no clothes;nose is;not my;number withheld;of his;of my;on his
14 on whatsapp;only for;our staff;passport;phone home;picking;pictures;police;pulled a;remarks made;round a
14 route 0;said tell;see her;she sent;shotgun;stairs;tablets i;taped;that parents;thats for;the 0;the hair
14 they talk;think is;walks;washed and;we would;withheld;wrist and;wrote it;your legs
13 0 whose;a bomb;a name;a tracker;about he;about ten;am going;and fire;and stand;are all;as she;asked me
13 at no;bag;banged;be here;being blackmailed;below the;blackmailed;bus;by and;by himself;call at;came from
13 can come;can hear;capacity;collar;collar and;collection;console;cousins;dropping;following;for tonight
13 forty minutes;from school;garden;gets out;girl in;girl on;girl with;got into;have rung;he has;he walks
13 he writes;head against;her boyfriend;her down;her into;her mum;her out;her private;him that;him through
13 im in;in the;incident at;into;is broken;is me;is telling;ive got;ive taken;jaw;jerry;jerry cans
13 late husbands;map;meet at;message is;mum dad;mums and;my hair;my head;naughty;not getting;number;of about
13 off the;office on;officers;older;one ive;overheard;people to;pls;police and;private parts;rang my;remarks
13 reviewer;ribs;right this;ring me;round both;said dont;said she;said thats;science block;she did;she gets
13 she has;shes got;shes wearing;signed it;someone in;stamp;taken out;thanked;that will;the console
13 the football;the head;the lad;the old;the picture;the side;the test;their phones;then;there is
13 there tomorrow;they laughed;theyd;theyre in;time 0;time ive;today;took 0;twelve;twelve years;two are
13 two children;us not;wake;was arrested;was me;what car;what hes;which we;while;whose girl;with no;with on
13 would put;wouldnt;write about;year 0;you signed;yr 0
12 0 capture;0 girl;0 last;0 new;0 phones;a can;a family;a kitchen;account with;agency;all your;and leave
12 and said;and that;arranged;back from;back way;being;bodies and;boy is;by his;can stop;collects;concerning
12 contact for;covered;delete;does not;down;drop;eight;finished with;first then;floor;for word;forearm
12 found out;from this;get him;goodbye;hair and;half 0;half three;has followed;has it;have got;he met;he then
12 hear the;heard;heard him;help my;her hair;hes being;hes bought;hes sent;hitting;home tonight;i try
12 im coming;in both;in his;in there;in year;ipad;it hurt;it to;kept the;kill myself;knickers;knife in;ks0
12 last warning;laughed;letter for;lighting;loss;man from;me up;message because;money for;mothers;my daughter
12 my father;my flat;my girl;my hand;night boat;night it;nights;not long;not stand;on and;on nights;operation
12 opposite your;p0;passed to;phone and;photo of;picking up;picks;please dont;printer;punched in;radio;raised
12 ring somebody;say it;saying;school and;sent a;she;skirt;stand with;stone;stop and;swimming pool
12 teacher rourke;telling the;that he;that next;that when;the friend;the kerb;the kids;the uniform;theyd be
12 think theres;throat and;timber;to a;to contact;to meet;to three;told he;told my;too many;towards;try and
12 two women;understand;unknown;up from;up pictures;want my;was only;washed;what had;what he;who else
12 who gets;window i;with pritchard;without a;you come;you were;youll get
11 0 his;0 oclock;0 today;0 who;a brick;a fractured;a manifesto;a mans;a parcel;a site;address in
11 again yesterday;against the;air rifle;am at;am on;and asked;asked if;asked what;back for;back of;be at
11 be dead;be in;be under;been strangled;begging;bleeding;bought;brick;brother;by who;calls himself;cant get
11 car and;coach;daughter;disclosure;do with;dog along;dont send;dont show;door to;drive at;dropped off
11 eight he;exclude my;export;facebook about;flat 0;following the;forgive an;forwarded;fractured;gate at
11 girl that;girls faces;girls have;got her;got the;green door;group i;had not;he broke;head under;her friend
11 hes had;hes out;his brothers;his phone;his wrist;hit me;house with;i cut;i live;i will;i wont;im sorry
11 in just;invited to;is 0;is due;isnt on;it dont;it properly;its me;ive the;just left;kicked;leave her
11 leave the;little one;located;long;made off;manifesto;marks on;me her;me out;me to;message i;messaging
11 mock paper;my daughters;my mums;nappy;nursery;of her;of that;on radio;one of;one said;one she;only 0
11 order in;other school;our name;parcel;please come;police are;police called;posted about;properly this;red
11 reflect;return;room all;rourke;says his;screenshots;see if;sending her;she made;she wouldnt;shes in;sister
11 so everyone;stay;still in;take the;takes;tells her;that lad;that shed;that teacher;the cubicle
11 the lollipop;the results;then nobody;there;they slept;thinking;this man;time;to drag;told us;try
11 tutor time;waiting;we found;weve got;what is;what said;when shes;when they;who calls;will forgive
11 write this;written by;written it;you change;your;your gate;your parent;youth
10 0b have;a bloke;a group;a morning;a voice;about 0a;alive any;am stood;an older;and im;and over;and theyre
10 and to;and writes;are marks;at 0am;at head;at lunch;at pick;at quarter;at six;attended;be alive;be up
10 be with;been called;belt;big fella;both his;break;break both;call log;car he;coal;confidence;corridors
10 could hear;covering;deck;do it;done today;drives a;dropped the;drove off;dt;eating;else;exclude;family in
10 fenwick is;fetch it;finger marks;for nothing;from outside;going through;grabbed him;grandads;hand and
10 has broken;have done;have her;have kept;he touches;her money;her nightie;her room;herself;hes coming
10 hes gonna;hes told;hes with;hi for;his bag;his ear;his football;his sock;his throat;house when;in their
10 in through;indoors;invited;is bringing;is on;its off;its still;ive;ive locked;ive seen;keys;kind;know who
10 know yet;lad who;lay there;lip and;live next;loan;local accent;many;mark;me not;meet;midnight;most nights
10 mummys;my dad;my ex;my neck;my top;name local;night because;nightie;nine;nose was;not looked;not spoken
10 now the;of petrol;off on;others;out;out his;outside and;outside school;paragraph 0;park;parks;passed
10 past me;police have;promise;punched him;punched me;pupil 0c;pushed him;puts;rang off;reservoir;saw us
10 say hes;shame;she and;she does;she doesnt;she wears;sock and;someone at;someone look;sons;spoon
10 stayed behind;swear down;tan;temper;that hes;that id;the changing;the counter;the doors;the floor
10 the ground;the keys;the male;the match;the mosque;the neck;the nursery;the record;the reservoir;their own
10 they had;to burn;to four;to show;tomorrow i;tonight after;top deck;tracker;tried the;tried your;typing
10 up behind;was being;was bleeding;was screaming;weekend;went past;went towards;what time;where you
10 while they;will put;wont have;wont see;would be;you like;you will
9 0 harebell;0 she;0c and;a jumper;a machete;a page;a photo;about in;about my;after school;again tonight
9 airport;and asks;and have;and locked;and showed;and then;and theyd;and theyve;and three;as long;at four
9 bairn;bath and;be there;be waiting;be walking;bombs;booked a;boy held;cant wake;change your;check;collected
9 come;dad in;delete it;delivery driver;document;doesnt;dont know;door with;drove;edge;excluded;father;fewer
9 friend says;going home;hall;hall and;hall with;hand;has;has our;he laughed;hedge;held a;her again;her and
9 her as;her ear;hes never;him down;his car;his coat;his uncles;hope;i bring;i dont;if shes;in 0d;in order
9 is being;is not;it because;it that;its dated;jumper;just come;know her;know the;know what;lane at;lass
9 left at;let;letter in;lock;long as;look at;make;makes;morning and;my eye;my lads;my mobile;name i;nose
9 now with;off facebook;on snap;on video;on you;out its;out on;own at;parked outside;past one;photos of
9 pinned;please look;puts up;question 0;rifle;said hes;saw;saying that;says he;says that;school 0;searches
9 sent it;services;she had;she wont;shed have;shes walking;shes with;shouting;slapped;smashed;so you;some of
9 someone;sports;stitches;stood outside;switchboard;that a;the boys;the club;the dark;the father;the hedge
9 the library;the phone;the post;the red;the rest;the script;their class;them up;theres;this time;this town
9 those children;three year;time she;to check;to exclude;to somebody;to write;today he;toilets by;told the
9 took a;towards the;uncles;underwear;us is;voicemail;was changing;wearing;wears;what else;when he;word for
9 written;you live;your year;youre a;yours
8 0c;a map;a picture;all night;am terrified;and drive;and hell;and suicidal;any more;are being;arranged to
8 as i;at her;at night;back gate;bank;being sick;block;blows on;booked;boot;both at;broke;by;cant do;chat
8 come back;come to;dad had;dont let;dont want;eastmere chat;finishes;for and;for some;for your;get;gone and
8 got a;grey;had 0;has gone;has sent;have put;heard it;hed come;him i;him to;his cousins;his room;home for
8 how many;i took;i wasnt;i write;im doing;is sat;it had;it taken;kept;kitchen floor;like it;losers;making
8 maths 0;mother;mum is;mums;my husband;no 0;no top;not give;not know;not let;of fingers;of hours;one with
8 pictures of;please keep;please make;read now;repeat;school run;shell;showed me;shut;side gate;since rung
8 spilt;steps;suicidal;sure;tell;thats a;the drawer;the garage;the young;thursday and;to make;tonight i;top
8 twelve and;up on;upper;upper arm;us that;wall and;was telling;weekend and;what happened;will shoot
8 with nothing;work;years old;you read;young;your mobile
7 0am;a boy;a woman;against;back at;bat;burning;do the;doing;down on;get past;go home;go in;go with;he cant
7 he would;hes 0;him then;hold;im scared;it says;line;machete;message;names;nan;notice;of your;on a;on me
7 on that;other side;page about;roundabout;said it;says its;school tomorrow;sent;slammed;slept;stood
7 strangled;the back;the petrol;the police;the roundabout;them;threatening;three and;till i;waiting for;watch
6 and put;at;because he;cant;dad;does it;hear;her in;husband;in;in 0b;know;last;me on;of a;out and;says
6 service;stop;swear;take;they all;till;when;with;you at
5 at home;him and;is in;locked;me;past;the other;this;this morning;yesterday
4 after;morning;three;with a
3 0 0;it was;somebody;that;with the
2 what
-2 i
-3 0;re;the
-4 group;it;of the;set;to be;to the;would
-5 0 november;car park;did;done;f;money;of;parent;show;the year;to;twice;whoever;you
-6 0 members;a pupil;adult;afternoon;and went;are;asked;been;biscuit;boiler;can;caretaker;do;duty;friends
-6 have;idea;in tears;is about;of them;office;one;online;otherwise;person;record;says shes;the 0th;the group
-6 the schools;the way;time this;we have
-7 0 december;0 views;0a and;a biscuit;a mum;a teacher;act;again and;and 0;and now;are in;at me;b;be shot
-7 body;both;bridge;bus stop;but i;calls;came;can we;christmas;copies;date;december;dinner;dinner money;email
-7 enough;evening;f ing;facebook page;faces;fire;front;grade;hat;her own;her queen;hit;i said;i shall;in or
-7 ing;it is;just;lady in;late;link;me from;missed;monday 0;my boys;named;next week;of all;of staff;on it
-7 ought to;policy;prefects;protection;reading;ready to;reason;replied;review;several;she said;should;so are
-7 swearing;the 0b;the form;the trust;their;these days;this email;to bring;told him;two of;u0;under;up a
-7 wants;was 0;way;which;without;wk;you asked;you know;youre
-8 account;allow;allowed;and a;and id;any;anybody;are friends;as mince;as per;attendance;bang;been a;behind
-8 bit of;bonfire;book in;bucket;burst;canteen;car in;catch;cause;consent;corner;covers;dad of;dent;dirty
-8 drama;drinks;eastmere;eating a;even;ever;everyone;explain;fat;film;fixed;form and;friday;frightened of
-8 front of;full name;gallery;give him;governors;grandmother;hand it;have said;he called;him home;his face
-8 i didnt;i left;i send;if she;ill give;information;is a;it but;it down;it isnt;ive read;killed it;kindly
-8 laughing faces;left my;let me;letting;looking for;loud;made;made 0;man i;may be;media;meeting;meeting with
-8 mention;middle of;mince;mind;more;neglect;no dogs;nobody is;not answered;of and;of their;of year;off a
-8 off his;on 0;on wednesday;ones;only ten;ought;pass;petition;poisoned;poll;post;private;put it;real
-8 reported;reported by;says the;scream;screen;sense;she drinks;shes a;shes fine;shin;should know;shout
-8 shouted at;signed;since;smoke;smoking;social media;speech;stays;take a;teacher;ten minutes;tennis
-8 tennis courts;that i;that nobody;the body;the fence;the field;the gate;the list;the maths;the meeting
-8 the path;the right;the sign;the teacher;the trim;the trip;the website;this to;to look;to my;touch;transfer
-8 trust;tuesday 0;twenty;unless;waited;want a;was dying;wasp;went to;what your;whether;who has;will say
-8 workshop;wrong
-9 0 had;0 minutes;0 october;0 or;0a group;0a whatsapp;a;a card;a childs;a dinner;a free;a lady;a prefect
-9 a sausage;a school;about a;accounts;afraid;am told;and she;and walked;angry;another pupil;apparently
-9 asked the;at and;at school;at two;axe;bad;bar;be carried;be killed;been missing;between;big;blood;bone
-9 both hands;bruise;builders;but she;buy;called her;can she;chair;children and;choir;choose;clipped;close
-9 clown;conduct;copy;copy of;counted;cover;criminal;dates;death by;distraught;do a;done a;down before
-9 emergency;fake;family;feedback;fence;fight;filled in;five minutes;followers;food;for;forced;form below
-9 free country;friendly;go;go at;goat;guns;had a;half;hands;has taken;have you;her she;her that;hiya
-9 hospital;id have;id like;im afraid;in that;is it;it all;it put;its true;ive said;kill me;language;let him
-9 like to;lines;lockdown;log;lost property;make a;may i;me about;meeting about;member;men;missing since
-9 monday a;mums in;must;my personal;my wife;naming;nativity;nearly had;neighbours;new;new one;nice
-9 no further;none;november;number on;of these;off whatevers;one child;over;over the;pages;people;perhaps
-9 place;places;please can;please could;prefect;profile;property;quarter to;rather;ready;remove;request
-9 right address;rings;roll;running;s 0;safe;safety;sausage;say so;says you;sexual;shall;she wasnt;shooting
-9 signed the;since september;sit;sit in;six;sleeping;smells;sports day;stabbed in;staff car;tagged
-9 talk about;teach;terminated;thanks;that they;the 0a;the 0rd;the academy;the big;the builders;the display
-9 the pavement;the yellow;the zig;there because;they wont;thick as;this is;times and;to die;to finish;to her
-9 to move;towel;turned up;twenty minutes;two pages;up with;view;views;visitors;walked off;war;was about
-9 was looking;was stabbed;we can;what a;what the;whatevers;wheelie;wheelie bin;when my;who;who wants
-9 whole of;with one;without it;word of;worse;wrote that;years;yellow;you ask;you should;you to;youd;youll
-9 your field;your mailbox
-10 0 parents;0 times;a bad;a big;a go;a jumped;a lead;a stuck;about set;about the;absolute;absolutely;agreed
-10 aid;all over;among;and carried;anyone;assembly;at any;awkward;balance;before;behind the;blocked;brings
-10 but its;came down;can do;can i;cards for;charge;checked;closed;coaches;come and;community;could have
-10 could he;count;country;crying laughing;dad who;daft;draw;drill;eaten;emojis;ended;everything;everywhere
-10 exactly one;example;explained;fall;filled;filming at;first aid;fit;folk;follow;for my;from 0;full;get it
-10 give me;got out;harebell;has now;having a;he come;head in;head out;helpline;her husband;here are;hes a
-10 hes no;hi;him a;hours;hurt;i ended;i just;i nearly;i only;ice;if you;is exactly;it for;it i;its her
-10 kick off;knows;lead;left with;look in;m;members;middle;minute;next to;no idea;nodded;nov 0;numbers and
-10 of it;on to;one and;orange;other mums;our number;out who;oven;over a;pass it;pay;per;picked;pig
-10 playground;plus;put up;round to;said write;sang;save;seen on;send the;site;slot;snapped;song;stinks
-10 straight after;stuck up;swap;term;that is;the bank;the eastmere;the end;the hall;the letter;the marlowick
-10 the middle;the neighbours;the oven;the ref;the second;theirs;these;things;till friday;to hang;to have
-10 to help;to sleep;told that;took it;trim trail;two in;up little;us over;useless;violence;visitor
-10 walked him;want it;wants it;was;we got;weapons;weird;what was;whose;wife;with great;woman in;works
-10 your playground
-11 0 hours;0 x;0rd;a few;a head;a little;academy;actually;an old;and needs;and quarter;and two;and when
-11 appointment;are they;away;back in;ball;been hit;behaviour;behind a;board;but the;by christmas;by me
-11 came home;cat;chips;could somebody;cricket;cupboard;dance;destroyed;doctor;dogs;door of;draw and;drowned
-11 fair;families;few;five;go on;good morning;half of;hands and;hang draw;hard;harebell lane;her face;hes ten
-11 him the;his arm;home without;i shouldnt;i want;if its;im told;in our;is there;it got;it has;it the
-11 its the;kill;knife;know which;last year;lead and;letter;liar;life;lip was;lunch;made a;messages to
-11 missing from;needs;no badge;numbers;old;old woman;own;path;pavement;please let;posters;posts;pride;print
-11 public;pupil;quote;range;right up;ring 0;said sorry;says hes;school at;she left;she says;sign;statements
-11 teachers;tears;thank you;that im;the desk;the file;the new;then said;thing but;threatened;thrown;to 0
-11 to it;to murder;to sit;tooth;trail;trim;true;under the;until the;up his;was the;weapon;weekly;went
-11 went off;where the;who does;why;wish;witch;with pride;yr0
-12 0 people;a bus;a child;about;about it;again;an;and so;and tell;answered;apology;assessment;at seven
-12 be nice;better;birthday;blue and;book;cake;class;cost 0;couldnt get;course;data;each;feels;fox;full of
-12 get a;groups;had it;hang;he messages;he took;hearts;her name;his dad;his own;homework;how;i could;id
-12 intruder;ive asked;job;jumped up;known;ladies;left the;mailbox;missing and;monday and;monkey;mother of
-12 murder me;my shoes;nasty;need;next year;nits;no one;nobody was;october;on facebook;one more;page;panic
-12 piece;playing;pupils;refused;report form;rings me;risk assessment;s;safeguarding;scratched car;september
-12 short;show and;shows;so i;so that;started;tells you;texts;thank;that we;the caretaker;the minibus;thick
-12 this week;though;thought;thought i;time on;tired;to leave;together;walk past;walks past;was not
-12 wasnt with;what you;your going;zig
-13 0 to;0th;a 0;a bit;and on;answer;as they;asking;at it;badge;called;called me;carried on;code;crime;damage
-13 danger;days;did tell;drone;effing;entry;final;get up;given;glass;gone missing;has died;have no;home and
-13 if;in class;its been;jumped;just so;kits;laughing;letter and;like the;looking;month;never;not me
-13 on monday;once;personal;phone up;pitch;practice;scared to;sees;seven;she put;shoes;shouldnt have;speak
-13 speak to;suicide;taking;the third;there was;time since;to so;unsubscribe;up the;used;vermin;word
-14 accident;all of;an answer;and was;as a;attached;been told;carrier;cars;children;could the;desk;display
-14 dying;either;english;friday at;frightened;h;harm;heads;her brother;i stood;i thought;if a;is the;judo
-14 killing;knives;like;lost;marlowick;mortified;of me;on friday;or;queen;right;schools;send me;teenagers
-14 the front;the netball;the whole;to death;used to;visit;wanted;week;whatsapp
-15 0 says;a right;a word;ambulance;as;by a;chess;come round;dad 0b;emails;good;held;him he;i need;i wouldnt
-15 in 0;like a;love;moved;murdered;music;p;parents;point;reversed;send;shes terrified;singing;that the;third
-15 third time;took him;upset;was a;wash;wasnt;yes
-16 abuse;ask;asked him;bless;corridor;could you;couldnt;dog;give;happy;has put;its;parking;party;reply
-16 report;shouldnt;staff;very;wanted to;were
-17 0 nov;0a;all;all the;barrier;but;in writing;inside the;may;minibus;minutes;nov;so;stabbed;that my;walked
-17 well
-18 bit;every;everybody;facebook;fine;for the;free;great;had to;lady;murder;nearly;no;nobody;risk;ten and
-18 the staff;until
-19 0b;bin;didnt;die;file;i had;its a;rude;see it;stuck;than;the site;whole
-20 carried;cried;death;gate with;me a;tortoise;tuesday
-21 and the;detention;filming;i asked;only;own mobile;times;we;writing
-22 died
-23 also;child;day;field;shot;thing;x
-24 trip
-25 killed
-28 form;missing
-38 could
"""
"""Each line: a weight in tenths, and the words and pairs that have it."""
