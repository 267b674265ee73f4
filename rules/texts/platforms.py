"""The places where people post, by name and by how people write them."""

PLATFORMS: tuple[tuple[str, str], ...] = (
    ("Facebook Messenger", r"facebook messenger|fb messenger|\bmessenger\b|m\.me/"),
    ("Facebook", r"facebook|\bfb\b|marketplace group"),
    ("Instagram", r"instagram|\binsta\b|\big story"),
    ("WhatsApp", r"whats ?app|class chat"),
    ("TikTok", r"tik ?tok"),
    ("Snapchat", r"snap ?chat"),
    ("YouTube", r"you ?tube|youtu\.be"),
    ("Nextdoor", r"next ?door\b(?! (neighbour|to))"),
    ("Google reviews", r"google (maps )?review|review on google|g\.page"),
    (
        "X",
        r"\btwitter\b|\btweet\w*|\bon x\b(?! ?ray)|\bx\.(com|example)|\bx \(formerly|x account|posted? (to|on) x\b",
    ),
    ("Telegram", r"telegram"),
    ("Mumsnet", r"mumsnet"),
    ("Reddit", r"reddit"),
    ("Threads", r"threads\.(net|com)|\bon threads\b"),
    ("LinkedIn", r"linked ?in"),
    ("Discord", r"discord"),
    ("Bluesky", r"blue ?sky\b"),
    ("Twitch", r"\btwitch\b"),
    ("Trustpilot", r"trustpilot"),
    ("Class Dojo", r"class ?dojo"),
    ("class group", r"(class|parents|year \d+) (group|chat)|group chat"),
)
"""Name, and the pattern that finds it in folded text; of two at one place the more exact counts."""
