"""Weights of words and pairs of words: written by tests/tools/learn_weights.py, never by hand."""

LEARNED_FROM = {
    "boundary": "fa663578f82b61d50da3e833e4fa41d9828443621a4276577bcf25dbf9f6a22d",
    "by the first hand": "19ff7b6335b85fc4382b4817f395eeafca43b0a6c4a3d7054d3a61a798f534d9",
    "by whoever changed the rules": "58ed803a6186e932608656c565b6eb4a4f88bdf1b7a08942a7ec3a028c0d9033",
    "calm": "8e85fdad4c6cad09366760d9292e9f2484f281bf6d0e64387f05c4924690f06e",
    "grave": "f2f2e58bbdd2c3597fff819657fe36b1fbd49c133daa96d4aec2d52833358262",
    "opened": "e70b3d935a04ae57f9c74871a2aa5a1c2dfba73e6fe4f5efe7fda1c0bc1ab5d4",
    "opened2": "6ef7e1627af02da9d3bbec0828dbe4b07ee85fe25104e3eac80a6dde8c615571",
}
"""SHA-256 of each source, its emails and what is true of them."""
EMAILS = 1_080
BIAS = -1.63
RED_FROM = 0.52
AMBER_TO = 0.13
WEIGHTS = """
48 tonight
42 hes
39 see you
34 he;told me
33 husbands;lad;shes
32 girls
31 at 0;girl
30 police
29 from a;from an;gonna;pulled;through
28 he says;her;petrol
27 grabbed;male
26 friend;mans;me that;no subject;see;throat;your school
25 boy;drag;him in;hold of;not to
24 a phone;bed;by the;drop off;found;going to;he will;in her;is too;lad in;showed;tomorrow;under my
23 fella;ground tonight;in my;my son;partner;said;stand;sure i;tell my;theyll
22 app;boyfriend;call;door;going;im going;knock;read this;school bus;the wall
21 an account;card in;end up;face;face down;finish;hair;his;ive written;man;pushed;she is;sorry for;the girls
21 the mans;urgent;woman was;worry
20 0 this;a lad;asks;boys;caller;ear;has posted;heard;him;my;of herself;on their;please read;police and
20 said that;see him;shes shaking;the boy;there are;through a;undressed;user
19 again last;and see;down his;hell;hes put;his back;i heard;it wont;legs;lighter;mum i;my boy;nothing on
19 outside;passing;round;rung;shes 0;son;telling;the throat;through the;tonight and;wrist
18 all down;bruises;but not;call 0;drag that;garage;girls in;got hold;has just;hes in;him with;i go;i saw
18 inside;is going;its from;ive kept;locked the;marks;more and;mums boyfriend;mums on;now;others;paracetamol
18 pic;ring;rung 0;seen them;shaking;showed it;subject;that hed;theyre;told;van;we think;what is;windscreen
18 wont;you wont
17 0 has;a man;a young;about mr;all weekend;asleep;at three;bloke;can come;clothes;dont know;flat;got;ground
17 her bag;in with;ive;man who;me up;mummy;notice;pe teacher;puts;ring me;saw him;school nb;school to;sending
17 she told;snapchat;that her;the bath;the girl;the sports;theres a;this on;time 0;twisted;twisted it;want to
17 when hes
16 a note;a parents;a text;a voice;always;and he;and says;at this;bag;bath;canal;car;changing;cubicle;door by
16 ex;floor;fourteen;from school;grabbed my;has not;he is;he told;his shirt;home time;i see;i wont;is what
16 it because;kicked her;know where;lads;lee;loss;make sure;my lad;night;note;of my;on his;one of;our girls
16 phone;saw;school;sleepover;slept;slept in;stomach;straight at;the canal;the police;the stomach;then kicked
16 theyre all;to tell;unknown;upstairs;was hitting;with a;wont be;you at
15 0 girls;a bomb;an app;and over;boy for;broke;brothers and;changing room;cheek;children at;coming;daddy
15 does it;down there;found a;goes to;got them;her school;ill be;im in;it hurt;lexi;map of;me in;me she
15 morning he;of our;old bag;on i;on my;parents page;picture without;put him;raised;said tell;she;signed it
15 thats for;the floor;the fridge;the nursery;the park;theres;time said;to a;today;toilets;wouldnt;xbox
15 you signed
14 0 boy;a girl;a mark;against;be at;because she;by my;door handle;else to;forwarded;found in;friday night
14 fridge;hair and;have rung;hear her;hes going;his wrist;holding her;im off;in 0c;in the;into the;is off
14 is twelve;it stopped;it when;its still;ive found;kept the;kind of;last night;man in;mark the;morning and
14 mums tablets;my friend;my little;neck;nursery;out this;phones;photo of;please ring;purple;recorded it;road
14 room;said and;secret;she did;she fell;she has;shove;shove him;smashed my;sort it;sports hall;tablets i
14 the head;the quarry;the road;the test;the van;this school;three to;to sort;tomorrow and;too many;two boys
14 wall;which we;who wouldnt;with his;without a;writes;you change;your uniform
13 0 today;a family;a garden;a sleepover;against the;and asks;and hell;and hes;asleep on;at drop;attended
13 begging him;bomb;bra;brothers;by mr;chats with;deep;device;down on;dropping;email from;forty minutes
13 found on;glasses broke;gone off;head with;heard it;hell be;hell do;her mother;herself;herself in;his car
13 his phone;i dont;is getting;it to;ive got;kicked;knocking;lads in;map;much for;mums and;my dad;my mums
13 nose is;off;out of;petrol and;pick;pick up;picture;pictures;police are;printer;pulled a;punched;put them
13 really deep;repeat;saturday and;see her;someone in;split;stairs;stepdad;still there;that little
13 the cubicle;the hair;the man;the toilets;then nobody;there is;think is;to you;told us;with us;worry about
13 you come;young
12 0 and;a name;a plan;a woman;and pulled;be waiting;belting;broken;can have;chest;come;coming down;cousins
12 dad in;daughters;doesnt;dont;eating;exclude;exclude my;fetch;for him;for pictures;girl on;got a;handle and
12 has it;has messaged;he drives;he met;he showed;head against;hear the;her down;her into;her knickers
12 hes asked;him through;his trousers;i cant;i have;im;im coming;im on;in 0d;in reception;in year;into
12 is being;is broken;its me;ive locked;jacob;knife in;know what;lad of;makes;mam;messaged;money for
12 mother at;mothers;my bra;my business;next time;nobody will;not my;of her;off him;officers;olly;on lintel
12 on whatsapp;out at;picking;pipe;please help;rourke;see who;shape;shape of;shed have;shes in;shirt;so he
12 some of;someone who;that a;that he;that shed;the other;the post;the shape;the tablets;there tomorrow
12 think theres;till;time;told my;twelve;two women;undressed and;up and;video and;weve;when shes;who else
12 wrist and;wrists;yesterday and;your year;zuzia
11 0 his;0 i;a can;a year;and dads;and showed;at lunch;back for;back gate;blazer;bleeding;blue;bradleys
11 by himself;car and;caretakers;change your;chats;delete;dragged;drawer;drunk;else;fire service;fire to
11 flat with;for tea;for word;found out;freezing and;frost;gasworks;gasworks street;going home;goodbye
11 had your;has got;has had;he broke;her again;her boyfriend;her car;her hair;her out;her sister;here
11 hes bought;hes got;hes out;hes sent;him by;home from;home tonight;i bring;im sorry;is telling;ive the
11 lad who;last warning;let her;little one;lives;man said;me before;meet at;mosque;mums;my hair;not let
11 of your;older;overheard;poppy;pulled my;puts up;round a;round both;rucksack;searches;set fire;shes got
11 shes walking;sure;take the;tell;that parents;that teacher;the chest;they talk;throat and;thursday and
11 time you;to ring;took a;top;wake;was changing;was only;wears;what car;what he;will put;years old;yesterday
11 you like
10 a baseball;a bloke;a message;a photo;action;all night;all your;am terrified;and it;and said;at pick
10 back and;baseball;baseball bat;be here;be the;been on;big fella;bodies and;brother;by her;call at;can hear
10 chat;coach from;come to;connors;connors dad;covering;dont show;drop;drove;drove off;finger;finger marks
10 finished with;game;garden;get him;gone;grandad and;had 0;half three;hand and;handle;happen;has
10 has followed;has told;have put;he collects;he touches;he walks;he writes;her friend;her private;hes coming
10 himself;his throat;hold;home;id rather;in bed;in just;in their;is due;ive seen;just come;just now;keep it
10 lass;let go;locked;looks;man from;marks on;me to;message i;messaging;my daughters;my father;my flat
10 my girl;nb 0;next door;night with;nose;now please;now the;of his;on snapchat;one said;one with;only 0
10 other side;people to;phone is;posted about;punched me;quarry;red;rest of;saying;school and;screaming
10 screenshots;sent a;she will;shes going;shoved;skirt;smashed;snap;someone;someone at;stayed behind;tablets
10 tell mrs;ten to;the 0;the bed;the ground;the kids;the script;the side;the uniform;then;they had;theyre in
10 those children;threatening;three year;time and;time ive;to drag;to three;top off;towards;towards the;tried
10 two children;up behind;was up;wearing;what;with;year 0;you lot
9 0 gasworks;0 girl;0 she;0d;a bag;a boy;a machete;a mans;a picture;a tracker;alfie;amelia 0b;and fire
9 and left;and then;and wants;are marks;arranged;asha was;asks for;at her;at six;back at;be walking
9 been sending;before christmas;begging;being blackmailed;below the;blackmailed;can you;cant do;category
9 category self;dads;danbys;daughter;delete it;dont say;dont send;door and;door to;down;driver;edge;family in
9 find out;fire is;flat 0;for nothing;for them;get another;get past;girl in;girl that;go home;gone to
9 got into;hall and;handed;has broken;has sent;help my;her money;her passport;hes saying;him at;him that
9 hit me;house;house when;i try;in through;incident;ipad;is 0;it like;itll;its had;ive a;joe;joking;jumper
9 just left;keeps;knickers;lane at;lip;lip and;machete;me home;messaging my;met;mock paper;most nights;mother
9 mr stott;my daughter;my ex;my neck;naughty;night because;nights;no clothes;not been;not long;note you
9 of about;off on;on and;on snap;on you;order says;our name;parks;pictures of;please dont;please keep
9 please look;private parts;promise;punched him;punched in;put that;sat in;saw us;say it;sayers grabbed
9 saying that;says;school tomorrow;senco;sending her;she made;shell;shes been;shes wearing;sister;so everyone
9 spilt;strangled;street at;swear;talk to;text;thats;the boys;the car;the danbys;the father;the lad;the old
9 the senco;their phones;them up;theyd;throughout;time i;to bed;to burn;to check;to contact;to make
9 to somebody;told he;took hold;tracker;uncle;us is;vane;walks;wants a;we found;we know;weekend;what shes
9 when mums;when they;where you;will know;window;wont see;work;youth
8 0 but;0c;a bottle;a brick;a kitchen;a manifesto;a map;a morning;a naked;a parcel;a site;a stitch;again i
8 again tonight;ai;am at;an adult;and has;and not;and thats;and writes;arranged to;at half;banged;bed and
8 been called;been strangled;bird;blows;blows on;boy is;brick;burning;but me;by;calls himself;car he;centre
8 clipboard;coal;collected;come through;concerning;corridors;crossing;dad had;dead;disclosure;done it
8 dont tell;door with;dunlin;dunlin drive;everyones;father;first then;first time;fw;get the;getting
8 girls have;go in;got the;green;has asked;has gone;have my;he can;he cant;he has;headteacher;her mums
8 her room;hes never;hes picking;him i;him then;him to;his bag;hitting;home for;hood;i drive;ill;in 0b
8 in blood;in his;in order;incident at;is not;is your;it had;know her;last time;lay there;leaned;list of
8 live next;lockers;loft;looks like;made off;manifesto;mates;me over;me when;meet him;morning over;mornings
8 mrs oyelaran;my eye;my late;naked;name and;new response;night it;not looked;number;numbered;of a;of man
8 off and;off the;on camera;operation;our staff;parcel;phone off;photos of;pinned;please make;reece;said hes
8 says his;says its;says so;says that;sent it;services;she took;she wears;shook;six pupils;sixty;slammed
8 slapped;so you;somebody needs;sort;stitch;stop and;takes;tall;tells her;tells me;that hes;that next;thats a
8 the changing;the club;the friend;the green;the lass;the lockers;the medical;the messages;the mosque
8 the neck;the results;the window;then a;this man;threat;three;till i;to meet;tried the;tried your;two dads
8 two little;up against;up from;us not;voice;wall and;wall by;was bleeding;was screaming;wearing the
8 weekend and;went towards;were the;where he;who calls;with all;with the;written;written it;you read
8 youll get;your
7 0b have;0b parents;a page;a pushchair;a wet;about my;account with;again at;alive any;all staff;and filmed
7 and put;and theyd;answering;any more;are being;are here;as he;asked if;asked me;at 0am;at home;bangs
7 be alive;be dead;beatrice;belt;block;bombs;bought;boy held;brother in;by his;c 0;came in;cant come;check
7 collects;coming up;cos i;court order;dark;daughter in;dont want;down with;eastmere chat;eight;end
7 facebook about;forty;frightened to;goes out;grabbed him;had two;has since;head;held a;her and;her arm
7 her in;her nightie;here with;hes outside;hes with;his ear;his mates;his names;his nose;holds;hunger
7 im frightened;in school;insurance;it and;it on;it that;jump;kept;kerb;kit;laptop;library now;like it;logged
7 look at;losers;me not;means it;medical room;more;multi;multi storey;my stepdad;names;night he;nightie
7 nose was;on me;over and;page about;parked outside;pc 0;police called;police came;police have;posted;postman
7 quiet;read now;ringing;rourke has;says she;script;seen;seen him;seen it;she goes;she was;she wouldnt
7 showed us;side of;sight;somebody called;spoken to;stacey came;state of;steps;storey;tablet;taken;that hell
7 the child;the keys;the library;the multi;the postman;the rest;their class;them;theyve;thinking;thought it
7 three and;throw it;till gone;time he;time she;to i;to mum;to write;told her;took 0;two others;understand
7 underwear;waiting;wake up;was crying;was dealt;was me;wasnt joking;we would;were in;what happened;wheels
7 while they;who you;will shoot;with both;with no;women;word for;written by;wrote;youre a
6 a blade;a e;a father;a friend;address and;after school;and blue;and im;and suicidal;and took;at your
6 back from;be back;because he;black and;bodies;break;bringing a;burn;cant wake;coach;cos;did it;discord
6 do it;do the;drew;feel;for your;form has;found it;from me;go with;got her;hale;have got;he keeps;he knew
6 he knows;hed;hed come;her we;his legs;holding;husband;i found;ignore this;in;inhaler;it so;it taken;it was
6 its on;knew what;know who;let;log number;making;many;me again;me i;me what;milk;morning;mr hale;my form
6 my head;my mum;no top;not give;nothing;of mr;order;own and;please be;said she;saw it;says if;school run
6 she doesnt;she pulled;shown;son in;spat;stop;suicidal;take;telephone;tell anyone;the dog;the fire
6 the lollipop;the pe;the picture;the principal;their own;them in;this;this morning;to come;to his;to know
6 to say;up in;us that;what else;what time;who is;with me;yard;year 0s;yours;yr;yr 0
5 a car;and have;at;at night;being;craig;dad;drives;hand;hear;if i;j;kind;know;me;me on;message;my husband
5 nine;parents group;she had;showed me;somebody;there;they were;to put;to see;twitter;uniform;was in;where
4 and i;another;back;cant;he said;how many;keep;last;long;on thursday;picture of;sent;too;want
3 out;us;when
2 0 0;and;please;that
-2 the;to
-3 0;asked;i;talk
-4 comments;from the;have a;hit
-5 a new;bites;c;camp;complaints;email;fire;for me;friday;fwd;held;hi sorry;i am;kids;nextdoor;of;of year
-5 oliver;on sunday;one;open profile;say;so please;third time;to 0;to him;twice;wants to;was;we have;whoever
-6 0 hours;0 or;0a and;0a parents;a 0;a copy;accounts;address;adults;among;an;another pupil;any chance
-6 are out;as you;assessment;at all;at him;at me;at school;automatic;autumn;be in;beside;black eye;bread
-6 bridge academy;but we;but what;called him;car in;carry;cast;catch;child in;children and;choir;cold;copies
-6 counted;course i;courts;cousin;cover;dangerous;december;ditch;drill;essay;everyone;firm;free country
-6 friends again;front;fuming;gate and;grooming;guns;guns and;has started;hasnt come;have no;he came;he made
-6 hed rather;home full;i hope;i mean;i never;i send;i wouldnt;if its;in for;inches;is at;isnt;it all;its his
-6 its true;ive told;jan;just;just a;kill;kindly;letter to;log;lots;main reception;man at;medicine
-6 meeting with;mention;messenger;minecraft club;minutes and;money;mr fenwick;mum in;mums dads;none
-6 northgate bridge;not taking;of the;of these;ofsted;old;on to;our;packs;papers and;pay;per;photos from;play
-6 precious;put the;reading;reply with;request;risk assessment;roll;safe;safety;said youd;scene;school hl
-6 she says;shin;should know;since tuesday;slaughter;smell;smoke;so nobody;song;sorry;straight into;t
-6 taking it;team;that i;that was;the 0b;the christmas;the desk;the drama;the file;the letter;the papers
-6 the reading;the trip;the wives;the year;think;thinks;this email;this message;to get;to look;told him;true
-6 tudors;u;us with;used;used to;vaping;video on;view;want a;water;we asked;we come;went;what to;while i
-6 who did;who were;wives;worse;write;yes;you;you could;you for;you tell;you to
-7 0 nov;0 times;0a group;0a whatsapp;0b will;a;a big;a bin;a bruise;a card;a fire;a free;a good;a head
-7 a proper;a pupil;a short;a story;a thing;about set;air;alarm;all four;ambulance;and could;and everything
-7 and miss;and my;and now;and on;asked the;at dinner;awkward one;balance;be carried;be killed;be shot
-7 because;been missing;before anybody;behind the;best;between;bottom gate;bumped head;buried;burst;but you
-7 can do;can she;carer;carrier;cctv;chance;chart;comes up;consent;copied;corner;council;coyle;crash;danger
-7 daughter had;deliveries;denise crumpton;dent;dinner money;do a;dog a;done a;dont be;dont think;dozen
-7 dressed;drowned;eastmere;egg;engine running;epipen;ethans;everywhere;example;explained;facebook page;fake
-7 february;feral;filled;final;followers;for letting;for school;four;four and;freedom;friendly;frightened
-7 from 0;gave;give me;given;go out;goal;god;grateful;hadnt;hadnt signed;half of;hand it;happy to;harm 0
-7 has now;hasnt been;hat;have had;have you;heartbroken;her face;her son;him twice;his birthday;his cousin
-7 hiya;hl;hl 0;hospital;hospital appointment;hughes;i only;i was;if it;if she;if you;in marlowick;in our
-7 in rb;in september;in which;included;is happy;is it;is really;issue;it comes;it did;it got;jas;jess
-7 jodie pascoe;kacper;keeper;key;known;knows;lady in;lane on;last month;leave;left;letter and;letter that
-7 letting;letting him;liam;light;lockdown;lovely;made 0;make a;may be;maybe;media;meeting about;member
-7 member of;minecraft;miss coyle;missed;missed my;missing out;missing since;monkey;moved;mrs has;murder of
-7 nasty;need the;night for;nits;not do;not on;nov;of all;of an;of course;of so;off a;on the;on tiktok;online
-7 out who;pack;page;page that;panel;parents evening;pascoe;pass;plate;please can;preferences;profile;proper
-7 pudding;put it;put up;question about;ra;read out;reading and;receive;receptionist;reeces;rehearsal;replies
-7 reported by;round that;row;rule;rumour;runs;said i;same day;says you;school field;scream;screen shots;seat
-7 send the;sense;set;she called;shes a;shooting;shot at;shouted at;since september;six of;smoking;so its
-7 social media;somewhere;speech;st;stood;strongly;strongly of;take it;taken from;talk about;talks;term
-7 terrier;that didnt;that week;the blood;the bus;the cost;the driver;the field;the group;the hospital
-7 the kitchen;the light;the meeting;the murder;the music;the new;the newsletter;the pavement;the reception
-7 the sheet;the silver;the zig;there because;thick as;this because;thought you;time today;tired;to bring
-7 to find;to leave;to the;told them;trampoline;tuesday when;twice and;up a;up little;upset that;visits
-7 waited;walked him;wants;wants it;war;was looking;was stabbed;we print;went missing;what your;whatsapp that
-7 when the;where the;which is;who tells;whoever runs;will have;will say;windows;witch;with great;with him
-7 without;worried;writing to;you are;you have;you hold;youll;your mailbox;youtube;zags;zig;zig zags
-8 0 feels;0 in;0 november;0 parents;0 to;0 what;0rd;a bad;a go;a jumped;a lady;a lead;a stuck;a teacher
-8 absolute;actually;afraid;an old;and deleted;and hasnt;and id;and was;angry;apart;arches;are friends
-8 at seven;been a;before you;bike;blood brothers;bradley;bumped;cake;called;came and;can;caught
-8 children come;cleaner;click;click here;come and;could he;could somebody;covers;crime;damage;de;death by
-8 does the;down before;each other;effing and;either;entry;exactly one;explain;feels safe;film;five minutes
-8 folk;for my;form below;full of;gallery;get it;give him;go;got there;governor;haddad;have;he took;head out
-8 heart;hearts;help with;helpline;her husband;her queen;here are;hes a;him a;him home;i ended;i need;i said
-8 i shouldnt;i wanted;i would;ice;id;if theres;ill give;in may;in to;is exactly;is for;it but;it didnt
-8 it isnt;it put;lad says;ladies;last year;laughing;lemons;live stream;look;looking for;m;madam;made a
-8 magazine;man i;man with;matter;mean;meeting;men;middle;minute;miss ashdown;module;mrs;mrs hughes;my boys
-8 my personal;my shoes;my wife;nativity;nba;nearly had;neglect;neighbours;new one;no dogs;no one;nobody was
-8 not a;now on;of their;one and;one for;one is;ones;our number;over at;p;peg;pen;petition;plonker;poll
-8 prefects;pupil;quarter;rather;ready;ready to;replied;reports;right address;right up;saw mr;say so;says the
-8 see everything;send;she left;she put;she wasnt;shoes;shouldnt have;sister in;so are;someone needs;speak
-8 speak to;spelling;sports day;staff car;starts;stinks;stream;stuck up;stuff;survey;swearing;teachers;tears
-8 that nobody;the 0rd;the bin;the day;the display;the form;the gallery;the lady;the middle;the path
-8 the second;the website;this week;times and;to die;to hang;to have;told that;tooth;transfer;trust;two and
-8 under the;until the;up filming;violence;was on;we can;weapons;what the;what you;when my;which;will;wish;wk
-8 word;works;workshop;write to;writing this;you should;you would;your field
-9 0 had;0 people;0b;a child;a little;a post;about a;academy;aid;am;and by;and mr;and needs;and quarter
-9 and tell;anybody;are a;are the;at any;at it;awkward;b;bad;because you;been told;behind a;birthday;brings
-9 bucket;but a;but its;by christmas;called her;canteen;charge;choose;christmas;conduct;connor;copy of
-9 cricket;cry;daft;dance;data;dates;digest;door of;drama;draw and;dying;ended;engine;every;far;filming at
-9 first aid;fit;fixed;get a;get up;glass;go on;go through;groups;had a;hang;hang draw;hasnt;have said;having
-9 he called;he doesnt;her she;her that;hes ten;history;holly has;i get;i nearly;id like;idea;im afraid
-9 in bits;is a;is that;it has;just so;just to;kev;kill me;killing;kits;lead;lines;lost property;manage
-9 marlowick;match;maths;me about;me from;members;messages to;miss is;monday a;mostly;named;needs a;no badge
-9 no idea;northgate;november;number on;numbers;numbers and;o;october;of 0;one in;ones in;own;pavement
-9 personal;piece;posts;practice;print;private;property;pupils;quarter to;quiz;said sorry;saturdays;seen on
-9 sees;sexual;shall;sheet;should be;show and;singing;sir i;stock;swap;tagged;taking;that we;the account
-9 the end;the minibus;the right;the schools;the teacher;there a;thick;thing but;threatened;time this;until
-9 useless;w;wasp;we got;weapon;went to;what a;who;who does;whose;without it;word of
-10 a bit;a few;a prefect;a right;all over;approach;as they;asking;attendance;back in;been hit;behaviour;big
-10 bits;bother;bramall;bridge;bridge approach;bruise;caretaker;carried on;cars;cat;children;coat;code
-10 comment;country;dad who;days;dear;draw;duty;everybody;f;few;finley;five to;friends;grade;has killed
-10 he messages;head in;heads;home and;homework;i asked;in writing;information;intruder;is there;it is;late
-10 like the;look in;mailbox;mobile;mondays;mr dad;mr dean;mrs bramall;never;next year;not answered;not me
-10 on facebook;otherwise;pages;panic;place;places;playground;playing;please could;policy;prefect;range
-10 review;says shes;screen;send me;seven;short;shows;sign;so i;stabbed in;started;story;tells you;that is
-10 that you;the fence;the gate;the hall;the ref;these;things;time on;together;trail;trim;trim trail
-10 two pages;up his;visit;week;went off;whatsapp;who wants;would have;wrong;your going;yr0
-11 0 says;0 views;0th;a bus;a word;about the;accident;an answer;and two;are;ask;attached;barrier;be nice
-11 bless;boiler;bus stop;but she;car park;case;class;coaches;come round;corridor;could have;couldnt;danby
-11 distraught;do;emojis;enough;everything;fence;file;fine;five;had to;half;him the;his own;hollys mum;i left
-11 inset;it down;its;ive asked;jumped;jumped up;knee;lead and;like a;lol;looking;loud;made;main;minibus
-11 mortified;mrs tolliver;murder;nice;nobody;office;once;open;other mums;party;path;polite;posters;queen;ref
-11 refused;reported;rings;rings me;risk;ruth;second;shouldnt;sit;texts;thanks for;that my;that the;the 0a
-11 the front;the office;to so;unsubscribe;up the;walk past;wanted;was not;wasnt;wasnt with;website;were
-11 whole of;would not;years;you know
-12 afternoon;and so;answer;apology;are in;as a;at break;at two;badge;beth;called me;came home;chair;copy
-12 could the;could you;course;crumpton;desk;detention;dogs;emails;exactly;feels;free;good;had it;harm
-12 has died;him he;his arm;his face;i could;i thought;if a;in class;inside the;instagram;is the;its her
-12 like to;link;missing and;missing from;month;need;needs;next to;of me;over;over the;parking;pride;pta
-12 says hes;shes terrified;staff;stage;suicide;teenagers;ten minutes;thanks;thought i;to death;to it;to mr
-12 to my;tolliver;views;visitor;wanted to;weekly;wife;with pride
-13 about it;answered;any;appointment;asked him;before;board;cupboard;display;dog;each;effing;even;for;give
-13 gone missing;group;h;happy;harebell lane;her brother;his dad;i do;its the;knives;lesson;linkedin;love;new
-13 on friday;pat;patel;pitch;point;reply;report form;reversed;september;stabbed;stuck;ten;the third;this is
-13 thought;took him;very;well
-14 book;but i;cost;didnt;done;evening;fair;harebell;has put;her name;murdered;no;on monday;phone up;public
-14 scared to;schools;should;tell her;than;thank you;the site;the staff;third;thrown;tuesday;was a;wash
-14 whether;will be;would
-15 about;assembly;bin;bit;chess;death;die;full;i did;i had;if;its a;parents;re;rude;ten and;thank;the whole
-15 times;upset;walked;why;your letter
-16 0a;abuse;all;all of;all the;dinner;english;gate with;hello;hi;lady;letter;like;minutes;own mobile;report
-16 shot;tiktok;tortoise
-17 carried;how;music;nearly;right;see it;we;whole;x
-18 also;and the;by a;facebook;great;lost;of it;or;so;the caretaker
-19 child;cried;field;filming;for the;me a;only;thing
-20 as;may
-21 but;writing
-22 day;died
-23 killed;trip
-27 form
-31 missing
-34 could
"""
"""Each line: a weight in tenths, and the words and pairs that have it."""
