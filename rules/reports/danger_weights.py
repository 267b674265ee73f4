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
}
"""SHA-256 of each source, its emails and what is true of them."""
EMAILS = 1_360
BIAS = -1.65
RED_FROM = 0.54
AMBER_TO = 0.4
WEIGHTS = """
53 tonight
38 hes;lad;see you;told me
37 pulled
35 girl
34 he
33 girls;husbands
32 him in
31 at 0;he says;throat
30 gonna;tomorrow;your school
29 bed;friend;her;male;me that;petrol;see;theyll
28 boy;device 0;mans;no subject;partner;shes
27 by the;end up;from an;going;grabbed;im going;so sorry
26 he will;lad in;showed;through
25 accent;app;boyfriend;hold of;lighter;shes 0;ten to;van;woman was
24 0 user;blue;ear;face down;man;not to;now;tell my;the girls;the van;the wall;tonight and
23 a phone;bruises;capture;garage;goes to;going to;ground tonight;ive written;knock;legs;of herself;stand
23 sure i;through a;undressed;with you
22 again last;an account;asleep;boys;caller;car;changing;drag;finish;from a;get the;girls in;hair;hes put;his
22 is too;mum i;my lad;my son;night;on their;pushed;round;see him;see who;sending;shape;text;the boy
22 there are;theyre;twisted;twisted it;was hitting;wont be
21 a note;a parents;came for;card in;down his;drop off;got hold;has just;him;i saw;in her;in my;it wont
21 man who;my;outside;pic;read this;school bus;she is;showed it;that her;the mans;the throat
20 a girl;a lad;a man;all down;and see;at this;bloke;call 0;clothes;device;down them;drawer;found;has posted
20 her passport;his back;home time;i finish;im in;mums boyfriend;my boy;new capture;overnight;police
20 seen them;shes shaking;sleepover;that hed;them stairs;theyre all;toilets;typed;user;want to;windscreen
20 writes
19 a lighter;all weekend;an app;an unknown;and he;coming;cubicle;drag that;ex;fenwick will;found in;green
19 just now;last night;main hall;me up;more and;no name;note;nothing on;pe teacher;please read
19 presentation evening;said;said that;she told;telling;theyll be;through the;under my;urgent;we think
19 when hes;worry;wrist
18 0 girls;0 has;a young;and says;answering;at three;by my;call;changing room;cheek;coming down;fella
18 friday night;grabbed my;ground;handle and;hes in;him with;is going;its had;ive kept;kicked her;knocking
18 know i;locked the;me she;neck;old bag;paracetamol;parents page;rung 0;saturday and;school to;slept in
18 tablets;the loft;the park;the steps;the toilets;then kicked;this on;tomorrow and;who you;wont;you wont
17 0 this;a mark;a name;asks;bag;because she;captures;children at;dont say;door handle;dropping;flat;gone to
17 got them;has messaged;her car;his shirt;i go;im off;its from;kind of;know where;lighter and;make sure
17 map of;mark the;much for;mums on;next time;nursery gate;of our;our girls;out the;passed to;passing;phone
17 pipe;pls dont;presentation;put him;really deep;recorded it;ring;rucksack;secret;she fell;signed it;son
17 sports hall;the bath;the girl;the man;the sports;the tablets;to tell;tried;wall;was up;you are
16 0 boy;a family;a sleepover;a text;a year;and hes;asks for;asleep on;boy for;boy has;bra;can come;cycles
16 gets;got;has not;have rung;he drives;hell do;her out;his wrist;i have;i see;in 0c;it like;ive found;jacob
16 lads;lap;mam;marks;match and;me in;mother at;mummy;my business;my lap;on and;on his;on i;on is;on my
16 out this;petrol and;purple;ring me;saw him;see her;she did;sorry for;stomach;straight at;that little
16 the fridge;the stomach;there is;who wouldnt;xbox;your uniform
15 0 i;a plan;and pulled;and thats;attended;bath;broken;brothers and;but not;can have;canal;caretakers;chat
15 chats with;deep;dont;door;face;fire service;fourteen;from outside;going through;gone;handle;have put;he is
15 he told;head against;hear her;her bag;her knickers;hes asked;holding her;home address;i cant;i wont;im on
15 in as;in reception;in with;is getting;is twelve;is what;it hurt;let go;me home;morning he;mums tablets
15 my friend;of her;officers;one of;only for;out of;picture without;please help;please ring;police and;raised
15 rest of;school;she;she has;shove;shove him;sort it;spellings;stick and;thats for;the canal;the green
15 the road;theres a;they laughed;think is;three to;to bed;told;tomorrow morning;tomoz;two boys;undressed and
15 upstairs;wants a;was telling;wouldnt;yr
14 0 dad;a garden;a kitchen;a voice;and then;at drop;be here;begging him;below the;brothers;centre;coach from
14 comments some;console;daddy;dont know;door by;dragged;else to;for pictures;for tea;found on;found out
14 get me;gets out;getting;glasses broke;he collects;he walks;head twice;head with;her down;her school
14 her sister;herself in;im;in 0d;in year;inside;is off;it because;its me;joking;kept a;lads in;loft;loss
14 man said;money for;mums and;my bra;my father;my little;no he;nobody will;not my;now please;of his;out at
14 passport;pick;picture;pulled a;pulled my;punched;rang my;reviewer;rung;said and;science block;shaking
14 shape of;shirt;smashed my;stepdad;tablets i;the car;the console;the hair;the kerb;the messages;the shape
14 then;there tomorrow;this school;time said;to a;to three;to you;too many;top off;understand;unknown
14 video and;we would;what is;which we;will know;with his;with us;worry about;wrist and;yesterday and
14 you signed;your legs;yr 0
13 0 new;0c;a bomb;are all;as she;back gate;be stood;belting;blazer;boat;by himself;car and;chats;concerning
13 confidence;crossing;daughters;down there;drives;drop;drunk;else;email from;for them;for word;forty minutes
13 forwarded;freezing and;gone off;got into;had 0;half three;hall with;have got;he cant;heard;hell
13 her boyfriend;her into;her mother;hes going;hes sent;him at;him through;his throat;i heard;in their
13 in your;into the;it stopped;it to;ive;ive got;just talk;lad of;logged for;me before;messaged;mosque
13 mothers;my daughter;night boat;night with;not been;number withheld;of my;off;off him;others;our staff
13 overheard;photo of;pick up;put them;road;room;round a;round both;sent a;she will;shut;slept;stairs
13 still there;the old;then nobody;they had;to sort;today;told my;told us;twelve;twelve years;two children
13 what car;withheld;wrists;you change;you come;you like
12 0 and;0 who;a baseball;about he;address and;against the;am going;and dads;and stand;auntie;back way
12 baseball;baseball bat;be at;been sending;bleeding;by her;call at;can hear;can stop;dads;down on;down the
12 eight he;exclude my;fire is;flat with;found a;from school;garden;girl in;girl on;goodbye;got a;got the
12 had your;hair and;has followed;has told;he can;he has;he met;he said;he writes;her private;herself;him by
12 him that;his phone;home;home from;house;i try;i will;ill be;im coming;in bed;in both;in just;in the
12 is broken;it when;kept the;late husbands;leave her;lighting;long;map;marks on;meet at;messaging;my dad
12 my hair;my hand;next door;no clothes;nose is;off on;office on;order;other side;picking;pictures
12 posted about;puts;quarter past;remarks;room all;said tell;said thats;saw;says grabbed;school 0;she gets
12 she sent;shes going;shes got;snap;so he;someone in;someone who;stay;stood up;takes;talk to;that hes
12 that parents;that shed;the bed;the cubicle;the ground;the house;the nursery;the test;they slept;they talk
12 this man;time ive;towards;two women;wake;walks;want my;was arrested;washed and;what had;when shes
12 when they;who gets;your reception;your year
11 0 his;0 last;a can;a double;a fractured;a morning;a site;a tracker;address in;and fenwick;and i;and wants
11 are receiving;asked if;back for;been strangled;being;bodies and;bottles;broke;by his;came from;collects
11 come to;cousins;dad had;daughter;delete;doesnt;dont send;door to;eight;family in;fenwick is;finished with
11 fire to;fractured;fridge;goes;got her;grandad and;green door;had come;half 0;has broken;has got;have my
11 he broke;he showed;hear the;heard him;hell be;help my;her again;her hair;her room;hes bought;hes got
11 hes out;his bag;his car;hit me;hitting;hold;hope you;house when;house with;i believe;im doing;in maths
11 in order;incident at;into;is due;ive taken;ive the;just come;just left;kicked;knickers;lad who;lane at
11 last warning;lives;made off;me to;message i;messaging my;morning and;my daughters;my ex;my flat;my mums
11 my neck;naughty;not long;oclock;of about;of petrol;older;on a;on nights;one said;operation;opposite your
11 paragraph 0;parks;passed;past me;people to;phone off;phones;picking up;please dont;please look;police are
11 police have;punched in;reflect;said she;saw us;saying;school and;set fire;shes wearing;sister;skirt
11 so this;someone;stands;stop and;subject;sure;swimming pool;taken out;that teacher;the boot;the club
11 the floor;the friend;the garage;the head;the kids;the long;the match;the neck;the police;their phones
11 theyre in;think theres;throat and;throughout;time 0;time you;to contact;to meet;told the;took a;two are
11 up for;up from;was me;washed;who else;with no;without a;wrote it;you lot;you were;youll get;your
10 0 girl;a bloke;a chat;a group;a manifesto;a mans;a parcel;a photo;about 0a;against;all your;am not
10 am terrified;and fire;and hell;and theyve;at lunch;back from;banged;be under;be waiting;be with
10 being blackmailed;big fella;blackmailed;boy is;brother;c 0;call log;captured;car he;change your;coal
10 could hear;covering;dad in;disclosure;do with;does it;does not;dog along;dont show;drove;drove off;eating
10 exclude;export;fenwick;filed;finger marks;first time;floor;get him;girl that;girls have;hall two;hand
10 hand and;have not;her friend;her money;her nightie;here is;hes being;hes coming;him into;his tea
10 home tonight;i bring;i cut;i dont;i live;im sorry;in again;in his;invited to;ipad;is telling;it dont
10 its still;ive locked;kill myself;kind;knife in;know what;last time;laughed so;let her;lip and;live next
10 local accent;looks like;makes;man from;manifesto;mark;mates;me pls;meet;mock paper;my girl;my niece
10 name local;next day;nightie;nose;not getting;not looked;not stand;now the;number;off facebook;on camera
10 on me;on snap;on you;one ive;only 0;our name;parcel;parked outside;picks;please come;pls;printer
10 private parts;punched him;pupil 0c;rang off;say it;says its;says that;school bag;screenshots;sending her
10 she took;shed have;shes been;shes in;shotgun;so about;so everyone;some of;someone look;stand with
10 stayed behind;steps;strangled;take the;tan;telephone;temper;that a;that he;that id;that lad;that next
10 the book;the changing;the counter;the father;the lad;the male;the other;the rest;the results;them up;there
10 there with;thinking;third one;those children;three year;time he;to check;to drag;to exclude;tomorrow i;top
10 towards the;tried your;up pictures;us is;us not;vote;waiting;was changing;we found;wears;will put
10 written by;you at
9 0b have;0c and;a brick;a dead;a jumper;a machete;a naked;a picture;about in;account with;always;am on
9 and asks;and locked;and showed;and theyre;and to;and writes;anyone no;are marks;around;arranged;asked me
9 at her;at six;back and;back of;bath and;be dead;be up;be walking;begging;being sick;belt;bins;blade down
9 bombs;boy held;brick;bus;calls himself;cant come;cant see;capacity;coach;come;contact for;daughter in
9 delete it;documents;dont feel;door with;dropped the;edge;excluded;facebook about;father;fetch it;fewer
9 flat 0;for him;for nothing;game;get another;girl with;going home;grabbed him;grandads;group i;handed
9 has had;has it;has sent;havent told;he couldnt;he touches;hear;held a;her arm;here;hes already;hes gonna
9 hes never;hes saying;hi for;his ear;his nose;his school;his trousers;id rather;in blood;in through;inner
9 inner door;invited;is 0;is being;is not;ive a;ive seen;keep it;kept in;keys;lass;lay there;let;loan;lockers
9 loop;losers;machete;man about;man in;me out;message because;most nights;mums;my brother;my head;my mobile
9 my mum;night im;night it;nose was;nothing to;notice;now says;of yours;on that;one she;out;own at;p0
9 paragraph;past one;phone and;photos of;pinned;please make;posted 0;punched me;pushed him;response to;return
9 roundabout;said hes;saying that;says;says his;see if;she does;she made;she wears;signed in;sixty;smashed
9 so you;someone at;stood outside;switchboard;tells her;thats a;the football;the inner;the keys;the lockers
9 the medical;the mosque;the petrol;the red;the roundabout;the side;the uniform;their own;them;this town
9 threatening;thursday and;time;to burn;to come;toilets by;took hold;tried the;try;tutor time;two dads
9 two others;underwear;up on;voicemail;wall and;was bleeding;was only;was screaming;wearing the;weekend
9 weekend and;what time;where you;while they;who calls;with has;with on;wont see;word for;year 0;years old
9 yesterday;youd want;young;your blazer;your door;your mobile
8 0 of;0 today;a map;a page;about my;again tonight;airport;all night;an adult;and im;and not;and over
8 are being;arranged to;at 0am;at four;at pick;back at;been called;bell;blows;blows on;booked;burning;but he
8 by;by and;called 0;cant;cant do;cant wake;car with;coming up;corridors;counter;covered;dad;dont let
8 dont tell;dont want;door and;down;dry;fetch;friend says;get past;go home;hall and;happened;has;has asked
8 has our;head under;her and;her we;here with;hes with;his football;his mates;his room;home for;how many
8 i found;i took;if shes;is sat;it had;itll;its for;jaw;jump;know her;know the;leaned;left at;letter in
8 library now;little one;look at;me not;morning over;mother;mother has;multi;multi storey;my eye;my lads
8 night because;nights;no top;note you;on stage;on video;one when;one with;order says;out his;outside school
8 phone is;please keep;please somebody;promise;puts up;read now;receiving this;red;repeat;right across;sat in
8 sent it;services;sets;she doesnt;she wouldnt;shell;shes gone;shes walking;shes with;slammed;slow
8 somebody needs;spilt;sports;storey;that hell;the child;the drawer;the lollipop;the multi;the post
8 the radiator;theyve;throw it;time she;to knock;to make;to ring;to see;told he;tonight i;tracker;twitter
8 two little;two oclock;typed it;up behind;waiting for;wall by;was dealt;wasnt joking;wearing;went towards
8 what he;when mums;will shoot;window;with nothing;wont have;work;year 0s;youre a;youth
7 0 she;0b parents;0d;a boy;a woman;about ten;ago;and blue;and said;and suicidal;and theyd;any more;at night
7 back;because he;bed and;been on;black and;both at;break;can you;check;computer;court order;domestic
7 down with;eastmere chat;end;finger;for some;frightened to;go with;grey;has gone;have her;he knows;hed come
7 hes 0;hes picking;him then;himself;it as;its on;k;kept;kitchen knife;ks0;line;log number;looks;many;me what
7 met;my husband;my stepdad;night he;not give;not let;nursery;of your;over and;pictures of;posted;railings
7 said it;says she;school run;school tomorrow;screaming;searches;service;she had;shouting;shoved;side of
7 since rung;slapped;spat;suicidal;tell;tells me;the bins;the chest;the pe;the script;the young;then she;till
7 to somebody;was sobbing;was waiting;what else;what happened;where he;while;with;written;you read
6 0am;a bag;a car;after school;and nobody;and put;at;be the;before christmas;bought;come back;do the;hall
6 head;her in;i am;in;in 0b;know;laughed;lip;locks;message;names;nine;off and;out and;shown;side;split;the 0
6 the library;the light;theres;to his;up at;were the;you can
5 burn;husband;it was;know who;last;locked;me;off the;them in;this morning;to write;up in;with a
4 is in;stop;this;want;what;when;with the
3 after;dead;it on;please
-3 0;i;it;one;the
-4 are;can;i was;not;of the;parent;photo;you
-5 a bruise;a pupil;b;came;christmas;comment;date;eastmere;email;everyone;first;isnt;kids;late;left;monday
-5 online;the group;there a;to;to me
-6 0 december;0 minutes;0 or;0a parents;act;again and;are the;at me;been;can i;copies;dinner money;f;filled
-6 four;g;had;have;have been;i do;i shall;is a;it from;its not;ive read;just;member;men;money;newsletter;none
-6 northgate;o;ought;ought to;packs;reading;record;register;reply with;same;say;sheet;should know;show;signed
-6 still;tea;the 0a;the gate;the path;the right;wants;we have;you have
-7 0 feels;0 x;a biscuit;a card;a dinner;a good;a new;a number;a teacher;afraid;and could;another pupil
-7 as mince;at school;be shot;behind;bench;blocked;bringing;but i;by me;c;can do;can we;car in;case;cast
-7 caught;children come;close;closed;come in;copy;cover;criminal;december;dent;done;down for;each other
-7 everyone laughed;example;facebook page;families;feels safe;for letting;for me;for school;fortnight;friday
-7 friendly;friends;front of;governors;group;happy to;her own;hit;hurt;i ask;i didnt;i want;ice;if you;im a
-7 in or;included;information;is at;is it;is that;it is;lane;life;link;log;made 0;magazine;matter;may be
-7 might;mince;mine;monkey;mouthful;my boys;my wife;naming;need the;new;nobody wants;not do;of;of course
-7 of ten;one for;op;out three;photos from;plonker;prefects;profile;protection;put in;ready to;said youd
-7 send this;sent the;several;shes a;shot at;should;shouted at;slaughter;so its;something;story;struck
-7 swearing;teacher;team;terminated;that didnt;that i;that they;the 0b;the 0th;the academy;the hospital
-7 the kitchen;the music;the pavement;the reception;the same;the schools;the screen;the trip;third time
-7 to get;to him;to look;told him;tuesday when;turned up;twenty minutes;up filming;upset that;view;visits
-7 walk;wants it;was;we print;went to;who;will be;worse;would;writing to;wrong;yesterdays;you asked;you could
-7 you hold;you should;your letter;youre
-8 0 everyone;0 november;0 the;0a and;0a group;0pm;a;a bad;a bin;a free;a go;a head;a lady;a short;about set
-8 absolutely;account;again;aid;and a;and quartered;arson;as it;asked;asked the;automatic;axe;be carried
-8 been missing;before you;best;between;blood brothers;book in;bridge;bruise;bumped;buried;but its;came to
-8 can she;canteen;car park;carer;carry;checked;choir;clown;coat;come and;conduct;consent;corner;couldnt get
-8 counted;country;courts;covers;crash;cricket bat;daughter had;dinner ladies;do a;does the;drama
-8 engine running;enough;entry 0;everybodys;explained;f ing;fat;filled in;film;first aid;five;five minutes
-8 fixed;food;foot;frightened of;front;full name;gallery;given;goal;grateful;hand it;harm 0;has now
-8 have never;have you;he called;he came;he had;help with;her from;her queen;her that;hide;him have;hours
-8 i left;i only;i stood;i wanted;idea who;if theres;ill give;in and;in for;in uniform;in which;infant;ing
-8 is happy;it but;it comes;it did;it isnt;it put;jas;job;just to;killed it;kindly;know its;lad says;letting
-8 lockdown;looking for;make a;may i;maybe;me so;media;meeting;meeting about;missed;missing since;murder of
-8 nearly had;neglect;never once;nice;night for;no dogs;no one;not be;not your;notes;nothing of;nov 0
-8 november 0;number on;of all;of and;of these;off a;old;old woman;on to;on wednesday;one is;only ten;over at
-8 pay;per;pig;please can;poisoned;post;private;quartered;question;quote;ready;reason;receptionist;remove
-8 reported by;reports;request;ring 0;s;same day;screen shots;sense;she called;she left;sign;smoking;so are
-8 so i;so nobody;so that;social media;someone needs;something on;speech;stood in;stop in;take it;teach
-8 thank you;the dead;the dinner;the drive;the gallery;the letter;the marlowick;the meeting;the murder
-8 the newsletter;the papers;the trim;the website;the wives;theirs;there because;thick as;this email;this is
-8 this week;times and;to bring;to eat;to either;to my;to reception;to sit;took it;towel;twenty;up little
-8 up with;was 0;was about;was hurt;wasp;website;week;week with;what your;whole of;wife;with them;wives;wk
-8 wrote that;youd;youll
-9 0 hours;0 times;a jumped;a lead;a mum;a prefect;a school;a stuck;a thing;absolute;accounts;afternoon
-9 all over;ambulance;an old;and 0;and by;and hasnt;and id;and needs;and now;and she;and was;anyone;arches
-9 are friends;at two;be killed;beautiful;better;bridge academy;bucket;bus station;but a;but the;called her
-9 catch;charge;children and;choose;cold;confirm;copy of;could somebody;count;dad 0b;dad who;danger;dates
-9 death by;distraught;down before;down to;drill;drowned;eating a;effing and;ended;ever;exactly;exactly one
-9 fake;feedback;filming at;fit;folk;followers;form and;form below;from 0;from 0a;full of;gave;get it
-9 give him;go on;goat;good morning;grounds;guns;had a;half;half of;hands and;hard;has killed;hasnt;have said
-9 having a;head out;hearts;helpline;hes a;him a;him home;hospital;i could;i counted;i ended;i just;id like
-9 idea;if its;im afraid;in to;is exactly;is for;it all;it for;it i;language;left the;left with;like to;lines
-9 madam;made;manage;me about;messages to;minute;monday a;monday and;my personal;named;needs;no badge;no idea
-9 nodded;now on;numbers and;ones;open;orange;our number;page;parents evening;pass it;path;pavement;perhaps
-9 petition;picked;place;places;please let;prefect;question about;re;replied;right address;roll;round to
-9 running;safety;say so;scream;second;see everything;send the;sexual;shall;shooting;signed the
-9 since september;site;slot;song;sorry to;spoke;sports day;stabbed in;staff car;started;stinks
-9 straight after;stuck up;tagged;talk about;tears;tell her;term;thank;that im;the 0rd;the driver
-9 the eastmere;the file;the form;the neighbours;the new;the second;the teacher;the zig;there was;third
-9 thought;time this;tired;to 0;to finish;to give;to her;to the;told that;true;two and;two in;ur;used;useless
-9 violence;want a;war;was stabbed;was the;we got;weapons;weird;what a;what the;when my;who wants;with 0a
-9 without;without it;workshop;would have;x0;years;your field
-10 0 had;0 people;0rd;a 0;a big;a post;about it;about the;actually;agreed;among;an;and when;are they
-10 assessment;at any;attendance;away;awkward;back in;bad;balance;ball;be nice;been a;behind a;brings
-10 bus stop;cake;came down;came home;cards for;carried on;coaches;could have;could he;council;cricket;crime
-10 daft;dance;destroyed;do they;done a;door of;each;everything;everywhere;explain;fair;fence;follow;for my
-10 get a;give me;got there;grade;have no;her husband;her she;here are;hes no;him he;homework;i nearly;i said
-10 i shouldnt;id;is there;it down;it got;kick off;kill me;knife;knows;ladies;last year;letter and;like a
-10 look in;lost property;loud;mailbox;marlowick;members;middle;mother of;nasty;new one;next to;not even
-10 numbers;of their;office;on facebook;one and;otherwise;out who;over the;pages;pass;playground;posts
-10 property;pupil;put up;quiz;rather;refused;review;risk assessment;row;safeguarding;school at;scratched car
-10 seen on;she says;she wasnt;shoes;should be;singing;sit;spoke to;swap;ten minutes;texts;that is;the bank
-10 the big;the display;the fence;the middle;the office;the ref;thing but;time on;to die;to follow;to hang
-10 to leave;trust;two pages;under the;unit;until the;used to;walk past;was looking;we can;weekly;went off
-10 who does;witch;word of;works;your playground;yr0
-11 0 parents;0 to;0 views;0th;a bus;a child;a few;a little;about;and on;and quarter;and two;any;anybody
-11 apology;appointment;are in;as a;as they;at it;at seven;badge;been hit;behind the;boiler;by christmas
-11 caretaker;children;class;cupboard;damage;data;do;draw;draw and;dying;emojis;evening;feels;few;final
-11 get up;hang draw;harebell;he doesnt;he took;head in;held;her face;her name;hes ten;him the;his arm
-11 his face;his own;home without;im told;in our;its her;its the;jumped up;kill;laughing;lead;let him;lol
-11 love;lunch;made a;missing and;nativity;nobody was;not answered;not me;other mums;out 0;own;p;please could
-11 policy;posters;pride;print;pupils;range;right up;set;short;shows;teachers;tells you;thanks for
-11 that nobody;the minibus;the year;then he;things;though;threatened;together;tooth;trail;trim;trim trail
-11 unsubscribe;up his;was not;wasnt;wasnt with;weapon;what you;where the;whether;why;wish;with great
-11 with pride;yes;you to;your going;zig
-12 a bit;a right;about a;and tell;angry;asking;attached;behaviour;birthday;book;cat;chair;code;corridor
-12 course;duty;effing;fine;for;frightened;gone missing;groups;hang;he messages;her brother;home and;i need
-12 i wouldnt;in class;intruder;is the;is this;ive asked;jumped;just so;lead and;lip was;me from;missing from
-12 month;moved;my shoes;never;next year;november;on friday;panic;personal;piece;playing;practice;queen
-12 rings me;said sorry;says hes;says shes;scared to;screen;sees;seven;she put;shouldnt have;show and;speak
-12 suicide;taking;that my;that we;that you;the desk;the end;the front;the third;these;thick;thought i;thrown
-12 visit;went;which;word
-13 0 nov;0 says;academy;all of;an answer;and so;as;barrier;been told;before;board;but she;called;called me
-13 carrier;cars;come round;days;dinner;either;entry;everybody;friday at;glass;had it;harebell lane;harm
-13 has died;hi;his dad;i thought;if;if a;in 0;it has;its been;kits;letter;like;like the;mortified;neighbours
-13 nits;nov;of it;once;over;public;report form;reported;rings;schools;september;speak to;staff;the hall
-13 to have;to so;took him;views;wanted;wanted to;was a;whose;you know
-14 a word;accident;assembly;bin;could the;couldnt;display;dogs;emails;give;h;happy;heads;hello;how;judo
-14 killing;knives;known;lady;lost;m;minibus;need;no;of me;parking;phone up;pitch;point;right;shes terrified
-14 shouldnt;teenagers;thanks;the whole;to death;to it;upset;visitor;wash;were
-15 0b;abuse;answer;answered;ask;big;bless;chess;desk;detention;dog;even;in writing;may;murder;murdered
-15 on monday;reversed;risk;send me;so;that the;times;up the;very;well
-16 all;by a;could you;every;file;free;had to;has put;inside the;its;looking;music;or;party;reply;see it;send
-16 stabbed;the site;the staff;writing
-17 0a;asked him;gate with;good;nobody;parents;report;stuck;ten and;tuesday;walked;whole
-18 all the;bit;but;carried;die;facebook;i asked;minutes;nearly;tortoise;until;we
-19 and the;didnt;filming;its a;own mobile;rude;than;the caretaker
-20 cried;death;full;i had;me a;only;shot;x
-21 field;for the
-22 child;day;died;great
-23 thing;trip
-24 also
-25 killed
-28 form
-29 missing
-37 could
"""
"""Each line: a weight in tenths, and the words and pairs that have it."""
