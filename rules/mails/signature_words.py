"""What is written below a yes and says nothing: closing words, thanks, device lines, small print. A table, and no rule.

`known_lines.py` reads it. What is not in it, and not the signer's own, makes a yes unclear; so a phrase belongs here
only if nobody could mean "wait" by it.
"""

from ..texts.phrase_rows import in_rows

CLOSINGS = in_rows(
    """
    regards; kind regards; kindest regards; best regards; warm regards; warmest regards; with regards;
    many regards; with kind regards; with best regards; with warm regards; kind wishes; best wishes;
    warm wishes; warmest wishes; all good wishes; with best wishes; with all good wishes; good wishes;
    all the best; all best; all my best; best; yours; yours sincerely; yours faithfully; yours truly;
    sincerely; faithfully; respectfully; kr; br; rgds; kind rgds; bw; atb; take care; bye; bye for now;
    speak soon; see you soon; see you tomorrow; until soon; love; xx; x; cofion; cofion gorau; cofion cynnes;
    cofion caredig; dymuniadau gorau; yr eiddoch yn gywir; hwyl; pob hwyl; gyda diolch; yn gywir;
    z poważaniem; z powazaniem; pozdrawiam; pozdrawiam serdecznie; serdecznie pozdrawiam;
    z wyrazami szacunku; cu stimă; cu stima; cu respect; toate cele bune; numai bine; salutări;
    atenciosamente; com os melhores cumprimentos; cumprimentos; melhores cumprimentos; abraço; abraços;
    saludos; un saludo; saludos cordiales; atentamente; cordialmente; un cordial saludo; cordiali saluti;
    distinti saluti; saluti; un saluto; cordialement; bien cordialement; bien à vous; salutations;
    sincères salutations; pagarbiai; su pagarba; geriausi linkėjimai; linkėjimai; saygılarımla; saygılar;
    sevgiler; iyi günler; поздрави; с уважение; с поздрав; с уважением; з повагою; mit freundlichen grüßen;
    viele grüße; freundliche grüße; liebe grüße; beste grüße; mfg; lg; vg; met vriendelijke groet; groeten;
    hartelijke groet; s pozdravem; s úctou; s pozdravom; üdvözlettel; med vänliga hälsningar; mvh;
    med venlig hilsen; me respekt; salaan; salaan sare; wassalam; salaam; salam; khuda hafiz; allah hafiz;
    مع التحية; تحياتي; مع أطيب التحيات; مع خالص التحية; والسلام; والسلام عليكم; با احترام; خیر اندیش;
    آپ کا مخلص; نیک تمنائیں; اللہ حافظ; শুভেচ্ছান্তে; ধন্যবাদান্তে; শুভেচ্ছা; বিনীত; આપનો વિશ્વાસુ;
    શુભેચ્છાઓ; ਸ਼ੁਭ ਇੱਛਾਵਾਂ; ਸਤਿਕਾਰ ਸਹਿਤ; ਆਪ ਦਾ; सादर; शुभकामनाएं; भवदीय; இப்படிக்கு; அன்புடன்; நன்றியுடன்;
    此致; 敬礼; 此致敬礼; 祝好; 顺祝商祺; 敬上; 祝好运;
    """
)
"""Words above a name at the end of an email."""

THANKS = in_rows(
    """
    thanks; thank you; many thanks; thanks so much; thanks very much; thank you so much; thank you very much;
    thanks a lot; thanks again; thanks all; thank you all; thanks both; thanks everyone; thank you everyone;
    thanks team; with thanks; with many thanks; many thanks indeed; thanks in advance; ta; cheers; thx; tx;
    tks; much appreciated; grateful thanks; thankyou; diolch; diolch yn fawr; llawer o ddiolch;
    diolch o galon; dziękuję; dziekuje; dzięki; dziękuję bardzo; mulțumesc; multumesc; mulțumesc mult;
    vă mulțumesc; obrigado; obrigada; muito obrigado; muito obrigada; gracias; muchas gracias; grazie;
    grazie mille; molte grazie; merci; merci beaucoup; ačiū; aciu; labai ačiū; dėkoju; teşekkürler;
    tesekkurler; teşekkür ederim; çok teşekkürler; благодаря; мерси; спасибо; дякую; danke; vielen dank;
    danke schön; besten dank; dank u; bedankt; děkuji; ďakujem; köszönöm; tack; tak; faleminderit;
    mahadsanid; waad mahadsan tahay; shukran; shukriya; شكرا; شكراً; شكرا جزيلا; متشکرم; شکریہ; بہت شکریہ;
    ধন্যবাদ; অনেক ধন্যবাদ; આભાર; ખૂબ ખૂબ આભાર; ਧੰਨਵਾਦ; ਬਹੁਤ ਧੰਨਵਾਦ; धन्यवाद; நன்றி; மிக்க நன்றி; 谢谢; 多谢;
    非常感谢; 謝謝;
    """
)
"""Thanks, and nothing else."""

THANKS_FOR = in_rows(
    """
    this; that; it; all this; everything; drafting this; drafting it; drafting the letter; your help;
    all your help; your help with this; all your help with this; your work; all your work; your work on this;
    all your work on this; all your hard work; your hard work; your support; your time; doing this; doing it;
    sorting this; sorting it; sorting this out; sorting it out; sending this; sending this over;
    sending this through; sending it; sending it over; your email; the draft; the letter; letting me know;
    preparing this; preparing it; preparing the letter; the reminder; writing this; writing it;
    turning this round; turning this round so quickly; the quick turnaround; chasing; chasing this;
    your patience; getting this done; getting this ready; dealing with this;
    """
)
"""What somebody is thanked for, behind "thanks for"."""

ASSENTS = in_rows(
    """
    yes; yes please; yes thanks; ok; okay; agreed; approved; i approve; i agree; i approve this;
    i approve this letter; happy to approve; fine; fine by me; fine with me; all fine; all good; all ok;
    good; great; perfect; lovely; excellent; super; brilliant; well done; very good; looks good; looks great;
    looks fine; looks ok; looks perfect; looks good to me; looks fine to me; this looks good;
    this looks great; this looks fine; that looks good; that looks fine; it looks good;
    the letter looks good; letter looks good; the letter is fine; letter is fine; this is fine; that is fine;
    this is good; this is great; this is perfect; that is great; that is perfect; that's fine; that's great;
    happy with this; happy with that; happy with it; happy with the letter; i am happy with this;
    i'm happy with this; i am happy with it; i'm happy with it; i am happy with the letter;
    i'm happy with the letter; i am happy for this to go; happy for this to go; happy for it to go;
    happy for this to go out; happy for it to go out; happy for this to be sent;
    i am happy for this to be sent; good to go; go ahead; please go ahead; please send; please send it;
    please send this; please send the letter; please post; please post it; please post this;
    please post the letter; please send it out; please send this out; do send; read and approved;
    read and agreed; i have read it; i have read the letter; i've read it; i have read this; all agreed;
    nice work; great letter; good letter; lovely letter; clear letter; very clear; great work; great job;
    good job; hope you are well; i hope you are well; hope you're well; hope all is well; hope all well;
    have a good day; have a good weekend; have a lovely weekend; have a great weekend; have a nice weekend;
    have a good evening; have a lovely evening; have a lovely day; have a nice day; have a great day;
    have a good half term; have a lovely half term; enjoy your weekend; enjoy the weekend; enjoy half term;
    good weekend; happy friday; tak; da; oui; sí; sì; sim; taip; evet; ja; ydw; iawn; haa;
    """
)
"""A yes said again, and good wishes."""

GREETINGS = in_rows(
    """
    hi; hello; dear; hey; morning; afternoon; evening; good morning; good afternoon; good evening; hiya;
    bore da; prynhawn da; helo; annwyl; dzień dobry; bună ziua; bună; olá; bom dia; hola; buenos días; ciao;
    buongiorno; bonjour; labas; laba diena; merhaba; здравейте; guten tag; guten morgen; hallo; salaam;
    assalamu alaikum; as-salamu alaykum; السلام عليكم; مرحبا; নমস্কার; নমস্তে; નમસ્તે; ਸਤ ਸ੍ਰੀ ਅਕਾਲ; नमस्ते;
    வணக்கம்; 您好; 你好;
    """
)
"""What begins an email; whom it greets may follow."""

GREETED = frozenset(
    in_rows(
        """
    all; both; colleagues; everyone; folks; madam; office; sir; team; there;
    """
    )
)
"""Whom a greeting may name beside people of the school."""

TITLES = frozenset(
    in_rows(
        """
    dame; dr; father; fr; miss; mr; mrs; ms; mx; prof; professor; rev; revd; reverend; sir; sister;
    """
    )
)
"""Titles of a name."""

LETTERS_BEHIND = frozenset(
    in_rows(
        """
    ba; bed; bsc; cbe; cchp; dl; edd; fcct; frsa; he; her; hers; him; his; hons; jp; llb; ma; mba; mbe; mcct;
    med; mphil; msc; nle; nlg; npqel; npqh; npqml; npqsl; obe; pgce; pgcert; pgdip; phd; qts; she; sle;
    their; theirs; them; they;
    """
    )
)
"""Degrees, honours and pronouns behind a name."""

HEAD_WORDS = frozenset(
    in_rows(
        """
    head; headmaster; headmistress; headteacher; pennaeth; principal;
    """
    )
)
"""A head's role holds one of these words, whatever else it says."""

CHAIR_WORDS = frozenset(
    in_rows(
        """
    chair; chairman; chairperson; chairwoman; governor; governors; trustee; trustees;
    """
    )
)
"""The same for whoever speaks for the governors."""

ROLE_WORDS = frozenset(
    in_rows(
        """
    and; board; body; designated; dsl; executive; governing; lead; leader; local; of; officer; safeguarding;
    school; senior; teacher; the; trust;
    """
    )
)
"""Words that may be written beside those of the signer's own role."""

LABELS = frozenset(
    in_rows(
        """
    a; add; address; d; dd; direct; e; e-mail; ebost; email; f; fax; ff; ffôn; gwefan; m; mail; main; mob;
    mobile; office; ph; phone; school; site; switchboard; t; tel; telephone; w; web; website; www;
    """
    )
)
"""Labels before a telephone number, an address or a web page."""

SMALL_PRINT = frozenset(
    in_rows(
        """
    a; accept; accepted; access; accordance; account; accuracy; accurate; act; acting; action; address;
    addressed; addressee; addressees; advice; advise; advised; affected; all; an; and; any; anyone; appears;
    are; arising; as; assume; at; attached; attachment; attachments; author; authorised; authority;
    authorized; be; been; before; behalf; believe; bound; but; by; can; cannot; caused; charity; checked;
    circumstances; communication; communications; company; computer; concerning; confidence; confidential;
    confidentiality; confidentially; consent; consider; considered; contact; contain; contained; containing;
    contains; content; contents; copied; copies; copy; copying; corruption; could; council; damage; data;
    defect; defects; delete; deleted; disclaimer; disclose; disclosed; disclosing; disclosure; disseminate;
    disseminated; dissemination; distribute; distributed; distributing; distribution; do; does; e-mail;
    e-mails; either; electronic; else; email; emails; employee; employer; england; ensure; entity;
    environment; equipment; error; errors; even; exclusive; exclusively; expressed; file; files; following;
    for; forbidden; forward; forwarding; free; freedom; from; gdpr; have; hereby; if; immediately; important;
    in; incorrectly; individual; individuals; inform; information; informed; intended; intercepted; is; it;
    its; kindly; known; law; legal; legally; liability; liable; limited; loss; mail; malicious; material;
    may; media; message; messages; monitor; monitored; monitoring; must; name; named; necessarily; need;
    neither; no; nor; not; note; notice; notify; number; obtain; of; office; on; only; opened; opening;
    opinion; opinions; or; organisation; organization; original; other; others; our; out; particular;
    parties; party; pc; people; permission; permitted; person; personal; personnel; please; prevent; print;
    printed; printing; privacy; private; privileged; process; processed; prohibited; protect; protected;
    protection; provisions; purpose; purposes; reader; reasonable; receive; received; receiver; recipient;
    recipient's; recipients; record; recorded; records; registered; reliance; rely; reply; represent;
    representing; reserves; responsibility; responsible; responsibly; retain; return; review; right; risk;
    safe; save; scan; scanned; school; schools; schools'; screened; secure; security; see; send; sender;
    sender's; sending; sent; shall; should; software; solely; solicited; some; staff; stated; statements;
    strictly; subject; such; swept; system; systems; take; taken; telephone; than; that; the; their; them;
    then; therefore; thereof; they; think; this; those; through; to; trace; transmission; transmitted; trust;
    uk; unauthorised; unauthorized; unlawful; unless; us; use; used; user; using; via; view; views; virus;
    viruses; wales; warning; we; when; where; whether; which; who; whom; will; with; without; world; you;
    your;
    """
    )
)
"""The words of the small print that servers put below emails; a sentence is small print if it has no other word."""

LIST_FOOTERS = in_rows(
    """
    you received this message because you are subscribed to the google groups;
    to unsubscribe from this group and stop receiving emails from it; to unsubscribe from this group;
    to view this discussion; to post to this group; to unsubscribe from this list; to unsubscribe;
    to manage your subscription; for more options, visit; visit this group at;
    """
)
"""How the lines begin that a list puts below an email; its address or name may follow, and no other word."""
