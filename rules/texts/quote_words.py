"""How email programs begin the email that they quote, language by language: a table, and no rule.

English, Welsh, and the languages most spoken at home in English schools, with some of their neighbours. A new program
or language is a word in one of these rows; `quote_begins.py` says how they are read.
"""

from .phrase_rows import in_rows

WROTE = in_rows(
    """
    wrote; writes; has written; ysgrifennodd; napisał; napisała; napisał(a); pisze; napisał/a; nadesłał;
    napisali; a scris; scrie; escreveu; escreve; escribió; escribe; ha escrito; ha scritto; scrive; a écrit;
    écrivait; schrieb; schreibt; schreef; geschreven; rašė; parašė; yazdı; şunları yazdı; şunu yazdı; написа;
    написал; написал(а); написала; пишет; пише; написав; napsal; napsal(a); napísal; napísal(a); írta;
    ezt írta; skrev; shkroi; ka shkruar; napisao; napisala; kirjoitti; raksta; rakstīja; kirjutas;
    wuxuu qoray; ayaa qoray; qoray; waxaa qoray; viết; đã viết; menulis; sumulat; έγραψε; כתב; כתבה; كتب;
    كتبت; كتب/كتبت; نوشت; نوشته است; نے لکھا; لکھا; نے تحریر کیا; نے لکھا ہے; লিখেছেন; লিখেছে; লিখলেন;
    લખ્યું; એ લખ્યું; ਲਿਖਿਆ; ਨੇ ਲਿਖਿਆ; लिखा; ने लिखा; लेख्यो; लिहिले; எழுதியது; எழுதினார்; எழுதியுள்ளார்;
    రాశారు; എഴുതി; എഴുതിയത്; ලිවීය; ጻፈ; 写道; 寫道; 写于; 님이 작성; 書きました; のメール;
    """
)
"""The words for "wrote" that are in the line above a quotation."""

FROM = in_rows(
    """
    from; von; od; de la; de; da; fra; från; van; oddi wrth; nuo; kimden; gönderen; от; від; expediteur;
    expéditeur; nga; feladó; lähettäjä; no; saatja; ka; ka yimid; من; از; منجانب; بھیجنے والا; প্রেরক; থেকে;
    পাঠিয়েছেন; પ્રેષક; તરફથી; ਵੱਲੋਂ; ਤੋਂ; ਭੇਜਣ ਵਾਲਾ; प्रेषक; द्वारा; அனுப்புநர்; அனுப்பியவர்; இருந்து;
    പ്രേഷകൻ; 发件人; 寄件者; 發件人; 差出人; 보낸 사람; 보낸사람; từ; από; מאת; expedient; remitente;
    mittente; remetente; nadawca;
    """
)
"""The label of who sent it, in the block of labels that Outlook and others put above a quotation."""

ALSO = in_rows(
    """
    sent; date; to; cc; subject; reply-to; importance; when; organization; organisation; gesendet; datum; an;
    betreff; wysłano; wysłane; data; do; dw; temat; envoyé; à; envoyé le; objet; enviado; enviado el;
    enviada em; enviado em; enviada; para; asunto; assunto; fecha; inviato; a; oggetto; verzonden; aan;
    onderwerp; trimis; expediat; către; subiect; dată; išsiųsta; kam; tema; kopija; gönderildi; gönderilme;
    tarih; kime; alıcı; konu; bilgi; изпратено; до; относно; дата; тема; отправлено; кому; надіслано;
    odesláno; odoslané; komu; předmět; predmet; címzett; elküldve; tárgy; dërguar; për; subjekti;
    tema e mesazhit; anfonwyd; at; pwnc; dyddiad; la diray; taariikh; ku; mawduuc; mawduuca; u; til; emne;
    sendt; till; ämne; skickat; lähetetty; aihe; slano; تاريخ الإرسال; تم الإرسال; أرسل; أُرسلت; إلى; الى;
    الموضوع; نسخة; التاريخ; تاریخ; به; موضوع; ارسال شده; ارسال کردہ; بھیجا گیا; بھیجا; بنام; کو; بجانب;
    عنوان; প্রেরিত; পাঠানো হয়েছে; পাঠানো; প্রতি; প্রাপক; বিষয়; তারিখ; મોકલ્યું; મોકલેલ; પ્રતિ; વિષય; તારીખ;
    ਭੇਜਿਆ; ਭੇਜਿਆ ਗਿਆ; ਪ੍ਰਤੀ; ਵਿਸ਼ਾ; ਨੂੰ; ਮਿਤੀ; भेजा गया; भेजा; प्रति; विषय; दिनांक; அனுப்பியது;
    அனுப்பப்பட்டது; பெறுநர்; பொருள்; தேதி; 发送时间; 收件人; 主题; 抄送; 日期; 發送時間; 寄件日期; 收件者; 主旨; 副本;
    送信日時; 宛先; 件名;
    보낸 날짜; 받는 사람; 제목; gửi; đến; chủ đề; στάλθηκε; προς; θέμα; נשלח; אל; נושא;
    """
)
"""The other labels of that block."""

ORIGINAL = in_rows(
    """
    original message; original appointment; original email; original e-mail; forwarded message; forwarded by;
    reply message; previous message; ursprüngliche nachricht; originalnachricht; weitergeleitete nachricht;
    wiadomość oryginalna; oryginalna wiadomość; treść oryginalnej wiadomości; message d'origine;
    message d’origine; message original; mesaj original; mesajul original; mensaje original;
    mensagem original; messaggio originale; oorspronkelijk bericht; orijinal ileti; orijinal mesaj;
    özgün ileti; originalus laiškas; originali žinutė; pradinis laiškas; оригинално съобщение;
    исходное сообщение; оригинал сообщения; оригінальне повідомлення; původní zpráva; pôvodná správa;
    eredeti üzenet; mesazhi origjinal; neges wreiddiol; y neges wreiddiol; farriin asal ah;
    fariintii asalka ahayd; fariinta asalka ah; oprindelig meddelelse; ursprungligt meddelande;
    الرسالة الأصلية; رسالة أصلية; اصل پیغام; اصلی پیغام; پیام اصلی; মূল বার্তা; আসল বার্তা; મૂળ સંદેશ;
    મૂળ સંદેશો; ਮੂਲ ਸੁਨੇਹਾ; ਅਸਲ ਸੁਨੇਹਾ; मूल संदेश; அசல் செய்தி; மூல செய்தி; 原始邮件; 原邮件; 邮件原件; 原始郵件; 元のメッセージ;
    원본 메시지; thư gốc; αρχικό μήνυμα;
    """
)
"""What stands between dashes above a quotation."""

HTML_QUOTES = in_rows(
    """
    gmail_quote; gmail_quote_container; moz-cite-prefix; yahoo_quoted; zmail_extra; protonmail_quote;
    gmail_extra; ms-outlook-mobile-reference-message; tutanota_quote; ntmail_quote; skype_quote;
    divrplyfwdmsg; appendonsend; reply-intro; isforwardcontent; replybody; zmail_extra_hr;
    mail-editor-reference-message-container; ms-outlook-mobile-body-separator-line; quoted-email;
    olk_src_body_section; outlookmessageheader; mailquote; airmail_on; front-blockquote; hey_quote;
    """
)
"""Classes and ids by which email programs mark a quotation, or its introduction, in the HTML of a reply."""

AND_BELOW = frozenset(
    in_rows(
        """
    appendonsend; divrplyfwdmsg; mail-editor-reference-message-container;
    ms-outlook-mobile-body-separator-line; ms-outlook-mobile-reference-message; olk_src_body_section;
    outlookmessageheader; reply-intro; zmail_extra_hr;
    """
    )
)
"""Those of them that stand before the quotation: all that follows in the page is quoted."""
