"""How people write in a chat: greetings and questions to the bot itself, questions that name nothing, and chat words.

A greeting asks the documents nothing; "how much?" alone asks about nothing; "wats", "tl;dr" and "any updates on" are no content.
"""

import re

from index.language.patterns import late
from index.model import Talk

_BOT = r"(?:bot|parley|buddy|mate|there|everyone|all|friend|dude|man|folks|guys)"
_GREETING = (
    r"(?:hi+|hello+|hey+|hiya|yo|howdy|greetings|good (?:morning|afternoon|evening|night|day)|morning|evening|sup"
    r"|wh?at(?:['’]?s| is) (?:up|new|going on|happening|good)|wass?up|ping|test(?:ing)?|moin|salut|hola"
    r"|how(?:['’]?s| is) (?:it going|life|everything|your day|things)|how are things|nice to meet you|long time no see)"
)
_END = r"[\s!.?,:)(;'❤👋🙂😀-]*$"
_APPLAUSE = r"(?:cool|great|nice|ok(?:ay)?|lol|haha+|wow|bye|thanks?|cheers)"
_PATTERNS: tuple[tuple[Talk, str], ...] = (
    (
        "greeting",
        rf"^\W*{_GREETING}(?:[\s,!.]+(?:{_GREETING}|{_BOT}))*{_END}",
    ),
    (
        "thanks",
        rf"^\W*(?:thanks?(?: you)?|thx|tysm|tyvm|ty|cheers|great|nice|cool|ok(?:ay)?|good bot|bad bot|well done|lol"
        rf"|lmao|haha+|wow|bye|goodbye"
        rf"|see you|cya)(?:[\s,]+(?:so much|a lot|very much|you|job|one|{_APPLAUSE}|{_BOT}))*{_END}"
        r"|^\s*[👍👎🙏👏😂🤣😅🎉🔥💯❤😀🙂👋✅]+[\s\ufe0f]*$",
    ),
    (
        "about the bot",
        r"^\W*(?:(?:hi|hello|hey)[\s,]+(?:bot[\s,]+)?)?(?:"
        r"(?:do|can|are|will|did|have|would|could) (?:yo)?u (?:ever |even |really |just )?(?:sleep|dream"
        r"|eat|feel|think|love|like me|hate"
        r"|human|real|alive|there|ok(?:ay)?|awake|sentient|conscious|a (?:bot|human|robot|person|machine"
        r"|real)|an ai|ai|chatgpt|gpt|smart"
        r"|stupid|dumb|working|online|marry|help(?: me)?|do|hear me|understand me|speak|talk|joke|sing"
        r"|know everything|know me)\b"
        r"|(?:who|what) (?:are|r) (?:yo)?u\b|how (?:are|r) (?:yo)?u\b|how old are you\b"
        r"|what(?: else)? (?:can|do) you (?:do|know)\b"
        r"|who (?:made|built|wrote|created|owns|trained|coded|programmed|designed|runs|hosts) (?:yo)?u\b"
        r"|what(?:['’]?s| is) (?:yo)?ur (?:name|purpose|fav(?:ou?rite)?|job|age|problem|opinion)"
        r"|what (?:languages?|model|version|kind of bot) (?:do|are|can) you\b"
        r"|what (?:can|could|should|do|may) (?:i|we) (?:ask|say|do|type|write)(?: (?:to )?you| here)?(?=\W*$)"
        r"|how (?:does|do) (?:this|it|that|the|parley)(?: bot| thing)? work(?=\W*$)"
        r"|help(?: me)?(?: pls| please)?(?=\W*$)"
        r"|do you (?:ever |even |sometimes )?(?:get|have|need|take) (?:any )?(?:tired|bored|lonely|sad|angry|feelings|friends"
        r"|rest|breaks?|holidays?|a (?:life|soul|name|break))\b"
        r"|i (?:love|like|hate|miss) (?:yo)?u(?=\W*$)|(?:yo)?u (?:suck|rock|rule|there|up|awake|alive|ok(?:ay)?)(?=\W*$)"
        r"|where (?:are you|do you live)\b|tell me (?:a joke|about yourself)|how do you work\b|are you there\b)"
        rf"[^?]{{0,30}}{_END}",
    ),
    (
        "names nothing",
        r"^\W*(?:(?:and|so|but|ok|well|then|now|please|pls|eh|um+|hm+)[\s,]+)*"
        r"(?:(?:by|since|until|till|from|for|with|to|at|in|on|about) )?"
        r"(?:who|whom|whose|what|which|when|where|why|how|how (?:much|many|long|far|old|so|come)|really"
        r"|seriously|what (?:else|now|next|then"
        r"|happened|is it|was it|about it|about that)|who else|why not|says who|src|source|sources"
        r"|tl;?\s?dr|eli5|huh|more|tell me more|go on"
        r"|what do you mean|is (?:it|this|that) true|really true"
        r"|(?:who|what|when|where|why|how) though|tell me (?:something|anything)|what about the (?:other(?: ones?)?|rest)"
        r"|(?:is there |got )?anything (?:new|else|interesting)"
        r"|(?:what(?:['’]?s| is) the |any |the )?(?:latest )?(?:news|updates?)"
        r"|what (?:was|were|has been|have they|did they) (?:decided?|agreed?(?: on)?|discuss(?:ed)?|said|say|signed?|announced?))"
        r"(?: (?:is|was|are|were|did|does|do) (?:it|that|this|they|he|she)(?: (?:say|said|happen|do"
        r"|mean))?)?[\s?!.]*$|^\s*[?!.…]+\s*$",
    ),
)
_TALK = tuple((talk, late(pattern, re.IGNORECASE)) for talk, pattern in _PATTERNS)
_CHAT_WORDS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (late(pattern, re.IGNORECASE), plain)
    for pattern, plain in (
        (r"^\W*(?:(?:hey|hi|hello|yo|ok|okay|so|um+|pls|please|bot|parley)\b[\s,:]+)+(?=\w+\s+\w+)", ""),
        (r"\b(?:wats|whats|wat['’]s)\b", "what is"),
        (r"\bwhos\b", "who is"),
        (r"\bwhens\b", "when is"),
        (r"\bwheres\b", "where is"),
        (r"\bwat\b", "what"),
        (
            r"\b(?:tl;?\s?dr|eli5|src\?|source\?|pls|plz|lol|lmao|imo|imho|btw|afaik|thx|ty|fyi|ffs|wtf"
            r"|idk)(?!\w)[\s,:]*",
            "",
        ),
        (
            r"^\W*(?:(?:is|are) there |got |have |do we have |has anyone |anyone (?:got"
            r"|have) )?any (?:updates?|news|word|info) "
            r"(?:on|about|from|of|re|regarding) ",
            "latest on ",
        ),
        (
            r"^\W*(?:(?:can|could|would) (?:yo)?u (?:please )?(?:tell me|explain|say)|do (?:yo)?u know"
            r"|does (?:any(?:one|body)) know"
            r"|any(?:one|body) knows?|i (?:want|need|would like) to know|i wonder|tell me"
            r"|remind me)(?: about)?[\s,:]+(?=\w+\s+\w+)",
            "",
        ),
        (r"\b(\d{1,3})k\b", r"\1,000"),
        (r"\s+(?:guys|folks|anyone|lads|mates?)\s*(?=\?*$)", ""),
    )
)


_NEWS = r"(?:(?:latest|newest|current|recent|breaking|last) )?(?:news|updates?|status|state of play|developments?|latest|newest)"
_LATEST = late(
    rf"^\W*(?:(?:what(?:['’]s| is| are)|give me|show me|any|got any|is there any|are there any|the) )*(?:the )?{_NEWS}"
    rf"(?: {_NEWS})? (?:on|about|of|with|regarding|re|concerning|from|in)\s+(?P<on>\S.*?)\W*$"
    r"|^\W*what(?:['’]s| is) (?:new|happening now|going on now|the latest) (?:with|about|on|in)\s+(?P<new>\S.*?)\W*$"
    rf"|^\W*(?P<before>(?!what|who|when|where|why|how|which|did|is|are|was|has)\w.{{1,80}}?) {_NEWS}\W*$",
    re.IGNORECASE,
)


def latest_about(text: str) -> str | None:
    """Return what the newest is asked about: "the transit protocol" of "any news on the transit protocol?"; None of another."""
    match = _LATEST.match(text)
    if match is None:
        return None
    return match["on"] or match["new"] or match["before"]


def small_talk(text: str) -> Talk | None:
    """Return what is said in ``text`` to the bot itself, or that it names nothing; None for a question of the documents."""
    return next((name for name, pattern in _TALK if pattern.match(text)), None)


def without_chat_words(text: str) -> str:
    """Return the question with chat words left out or written plainly; as it is where nothing else is left."""
    plain = " ".join(text.split())
    for pattern, replacement in _CHAT_WORDS:
        plain = pattern.sub(replacement, plain)
    plain = " ".join(plain.split())
    return plain if any(map(str.isalnum, plain)) else text
