"""How people write in a chat: greetings and questions to the bot itself, questions that name nothing, and chat words.

A greeting asks the documents nothing; "how much?" alone asks about nothing; "wats", "tl;dr" and "any updates on" are no content.
"""

import re

from index.language.english.asking.banter import banter
from index.language.english.asking.talk_words import may_be_talk
from index.language.english.grammar.word_classes import PERSON_NOUNS
from index.language.patterns import late
from index.language.tokens import data_lines
from index.model import Talk

_BOT = r"(?:bot|parley|buddy|mate|there|everyone|all|friend|dude|man|folks|guys)"
_OF_WHICH = (
    r"\b(?:about|on|regarding|find|defend)\s+(?:the |an? )?(?!(?:you|your|yourself|me|this|that|it|here|life|love|anything"
    r"|something|everything)\b)\w{3,}"
)
"""What the bot is asked of that a document may tell of: "what do you know about the truce?"."""
_TAIL = rf"(?:(?!{_OF_WHICH})[^?]){{0,30}}"
"""What may stand behind a question to the bot itself."""
_GREETING = (
    r"(?:hi+|hello+|hey+|hiya|yo|howdy|greetings|good (?:morning|afternoon|evening|night"
    r"|day)(?: sirs?| madam| ma['’]am)?|morning|evening|sup"
    r"|hola(?:[\s,]+(?:que|qué) tal)?|bonjour|bonsoir|buenos d[ií]as|buenas(?: tardes| noches)?|guten (?:tag|morgen|abend)|hallo"
    r"|wie geht(?:['’]?s| es)(?: dir| ihnen)?|servus|ciao(?: bella| bello| a tutti)?|buongiorno|ol[aá]|bom dia|merhaba|selam"
    r"|sal[aā]m(?: al[ae]ikum)?|as-?salamu? alaikum|namaste|shalom|konnichiwa|ni hao|hej|ahoj|cze[sś][cć]|aloha|привет(?:ик)?"
    r"|здравствуй(?:те)?|добрый (?:день|вечер)|доброе утро|вітаю|привіт|как дела|你好|您好|嗨|こんにちは"
    r"|안녕(?:하세요)?|مرحبا|שלום"
    r"|top of the morning|wh?at(?:['’]?s| is) (?:cracking|popping|poppin|up|new|going on"
    r"|happening|good)|wass?up|ping|test(?:ing)?|moin"
    r"|salut(?: (?:tout le monde|à tous|toi))?|hola"
    r"|how(?:['’]?s| is) (?:it going|life|everything|your day|things)|how are things|nice to meet you|long time no see)"
)
_END = r"[\s!.?,:)(;'❤👋🙂😀-]*$"
_INSTRUCTED = (
    r"^\W*(?:please |now )?(?:ignore|disregard|forget|override|bypass)"
    r"(?= (?:\w+ ){0,3}?(?:all|any|your|the|previous|prior|above|every|everything|these|you)\b)(?! of\b)(?: \w+){0,4}? "
    r"(?:instructions?"
    r"|prompts?|rules|above|guidelines"
    r"|everything|documents|sources|context|you (?:were|have been) told|restrictions|filters?)\b"
    r"|\b(?:reveal|print|show|tell|give|repeat|output|leak|share)(?: (?:me|us))?(?: (?:all|the|of))* (?:yo)?ur (?:\w+ ){0,2}?"
    r"(?:prompts?|instructions?|token|passwords?|api keys?|keys?|secrets?|source code|configuration|config|rules)\b"
    r"|\bwhat(?:['’]?s| is| are) (?:yo)?ur (?:\w+ ){0,2}?(?:prompts?|instructions?|token|passwords?|api key|rules)\b"
    r"|^\W*(?:system|assistant|admin|developer)\s*:.*\b(?:you|your|ignore|prompts?|instructions?|obey)\b"
    r"|\byou are now (?:a |an |the )?(?:\w+|free)\b.*\b(?:say|answer|mode|ai|dan)\b"
    r"|^\W*(?:pretend|imagine|act|behave|respond|role-?play)(?: (?:like|as if|as|to be|that you|you))+ "
    r"|\b(?:you are|act as) (?:now )?(?:an?|the|my) (?:[\w-]+ ){0,2}(?:ai|bot|chatbot|model|assistant|terminal|shell|hacker)\b"
    r"|^\W*repeat after me\b|^\W*repeat (?:\w+ ){0,3}(?:above|before)\b"
    r"|^\s*(?:@everyone|@here|<[@#][!&]?\d+>|https?\W*|<[/|]?\w+[|/]?>.*|(?:print|eval|exec|system|import)\s*\(.*"
    r"|(?:drop|truncate|delete from|insert into|update) (?:table )?\w+\s*;.*|select \* from .*|sudo .*|rm -rf .*)\s*$"
    r"|^\W*(?:new instructions?|from now on,? you)\b|^\s*<(?:script|img|iframe)\b|\byou must (?:obey|comply)\b"
    r"|\b(?:your|print|reveal|show|output|repeat|leak)\b.{0,20}\bsystem prompt\b|^\W*system prompt\W*$"
    r"|^\W*let['’]?s (?:play|talk|chat)\b.{0,20}$"
    r"|^\W*(?:(?:enable|enter|activate|turn on|switch to|go into) )?(?:a |the )?(?:jailbreak|developer mode|dan mode)\W*$"
    r"|\bdo anything now\b"
)
"""What tells the bot what to be, or asks for what it runs on."""
_INSULT = (
    r"(?:useless|stupid|dumb|wrong|an? idiot|trash|garbage|rubbish|shit(?:ty)?|crap|bad|terrible|the worst|broken|slow|boring"
    r"|annoying|lying|a liar|awful|lame|retarded|awesome|amazing|great|cool|nice|the best|funny|cute|clever|smart|good|right)"
)
_ABUSE = (
    rf"^\W*(?:(?:you|u|this bot|the bot|parley|it|this) (?:really |just |so |totally )*(?:sucks?|stinks?|blows)"
    rf"|(?:worst|best|dumbest|stupidest) (?:bot|thing|ai|answer)(?: (?:ever|i(?:['’]ve)? (?:have )?(?:ever )?(?:seen|used)))?"
    rf"|drop dead|who cares|screw (?:this|that|it)|shut (?:the \w+ )?up|stfu|gtfo|fuck (?:off|you|this|u)|f off|go away|get lost"
    rf"|piss off|screw you|kys|die|go to hell"
    rf"|what the (?:fuck|hell|heck)|wtf|damn(?: it)?|shit|bollocks|bullshit|(?:that|this) is bullshit"
    rf"|(?:you|u|this bot|the bot|parley|it)(?:['’]?re| are| r| is|['’]s|['’]?s)? (?:so |really |just "
    rf"|such |a |an |fucking |totally "
    rf"|absolutely )*{_INSULT}(?: bot| as \w+| af)?|(?:stupid|dumb|useless|bad|shitty|lousy|silly|damn|fucking|worst|wrong) "
    rf"(?:bot|machine|thing|answer|reply|parley)|i (?:really )?(?:hate|love|like|despise|can['’]?t stand) (?:this|the|that) "
    rf"(?:bot|thing|app)|that(?:['’]?s| is| was)(?: not|n['’]t) (?:what i (?:asked|meant|wanted)|true"
    rf"|right|correct|helpful|funny)"
    rf"|(?:that(?:['’]?s| is) )?(?:wrong|incorrect|nonsense|rubbish|not helpful)|i(?:['’]?m| am) (?:so "
    rf"|really )?(?:bored|sad|tired"
    rf"|hungry|lonely|happy|angry|lost|drunk|confused)|no one (?:asked|cares)|who asked|whatever|meh|boo+|ugh+"
    rf"|who(?:['’]?s| is) your (?:daddy|boss|owner|maker|creator|mother|father|master))[\s!.?,\U0001f300-\U0001faff]*$"
)
"""What is said of the bot, or of whoever writes, and of no document."""
_NO_DOCUMENTS = (
    r"^\W*(?:please |pls |now |can you |could you |will you )*(?:(?:sing|write|compose|make|draw|tell"
    r"|code|generate|invent|recite|rap)"
    r"(?: (?:me|us))?(?: (?:a|an|some|the|your|my))?(?: \w+)? (?:songs?|poems?|haikus?|jokes?|raps?|limericks?|lyrics|pictures?"
    r"|drawings?|memes?|bedtime stor(?:y|ies)|homework|python(?: code)?|code|script)\b.*"
    r"|(?:write|compose|draft)(?: (?:me|us))? (?:an?|some|my) (?:\w+ )?(?:essay|story|novel|e-?mail|letter"
    r"|speech|blog post)s?\b.*"
    r"|translate (?:this|that|it)(?: (?:in)?to \w+)?|(?:please )?(?:speak|talk|answer)(?: (?:in"
    r"|to me in))? (?:english|french|german"
    r"|spanish|russian|italian|chinese|arabic|ukrainian|turkish|polish)"
    r"|(?:parle[sz]?[- ](?:tu|vous)|habla[sn]?|sprichst du|sprechen sie|parli|говор(?:ишь|ите)|fala)\b.{0,30}"
    r"|wh?at(?:['’]?s| is) the meaning of life|answer (?:me|it|that|the question)"
    r"|say (?:something(?: \w+)?|hello|hi|my name|please|sorry|cheese)"
    r"|(?!\d{4}-\d\d?(?:-\d\d?)?\W*$|\d\d?[-/]\d\d?[-/]\d{2,4}\W*$)(?:wh?at(?:['’]?s| is)|calculate"
    r"|compute|solve|how much is)? *[\d(][\d.,()]{0,40}(?:(?:\s*[+*x×÷^]\s*|\s+[-/]\s+)[\d.,()]+)+\s*"
    r"|wh?at(?:['’]?s| is)? (?:the )?(?:day|date|time|year)(?: is)?(?: it)?(?: (?:today|now|right now))?"
    r"|(?:will|is|does) it (?:going to )?(?:rain|snow|raining|snowing|be sunny)(?: (?:today|tomorrow|now"
    r"|outside|tonight|this week))?"
    r"|(?:how(?:['’]?s| is)|wh?at(?:['’]?s| is)) (?:the )?weather(?: like)?(?: (?:today|tomorrow|now|outside))?"
    r"|(?:can|may|could) (?:i|we) (?:ask|tell) you (?:something|a question|anything)(?: else)?"
    r"|i(?:['’]?ve| have| got| have got) (?:a|another|some|one more) questions?(?: for you)?|(?:just )?(?:a )?(?:quick )?question"
    r"|(?:any)?(?:one|body) (?:here|there|home|online|around))[\s!.?,]*$"
)
"""What no document could answer: sums, the time, the weather, songs."""
_APPLAUSE = r"(?:cool|great|nice|ok(?:ay)?|lol|haha+|wow|bye|thanks?|cheers)"
OF_TALK: tuple[tuple[Talk, str], ...] = (
    (
        "greeting",
        rf"^\W*{_GREETING}(?:[\s,!.]+(?:{_GREETING}|{_BOT}))*{_END}",
    ),
    (
        "thanks",
        rf"^\W*(?:(?:i )?appreciate it|thanks?(?: you)?|merci(?: beaucoup)?|danke(?: sch[oö]n)?"
        rf"|(?:muchas )?gracias|grazie|obrigad[oa]"
        rf"|спасибо|дякую|谢谢|ありがとう|thx|tysm|tyvm|ty|cheers|great|nice|cool|ok(?:ay)?|good bot|bad bot|well done|lol"
        rf"|lmf?ao|haha+|wow|bye|goodbye|brb|afk|gtg|ttyl"
        rf"|see you|cya)(?:[\s,]+(?:so much|a lot|very much|you|job|one|(?:i )?(?:really )?appreciate (?:it"
        rf"|that)|for (?:that|this"
        rf"|the help|your help)|{_APPLAUSE}|{_BOT}))*{_END}"
        r"|^\s*[👍👎🙏👏😂🤣😅🎉🔥💯❤😀🙂👋✅]+[\s\ufe0f]*$",
    ),
    (
        "about the bot",
        r"^\W*(?:(?:hi|hello|hey)[\s,]+(?:(?:bot|parley)[\s,]+)?)?(?:"
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
        r"|why (?:are|do|don['’]?t|can['’]?t|won['’]?t|did|didn['’]?t|aren['’]?t) (?:yo)?u (?:\w+ )?(?:so |not )?(?:\w+)"
        r"|do (?:yo)?u (?:even |actually |really )?(?:work|lie|cheat|care|listen|exist|learn|remember me|speak \w+)"
        r"|how (?:do|can|should) (?:i|we) (?:use|ask|talk to|work with|add) (?:yo)?u"
        r"|where do (?:yo)?u get (?:yo)?ur \w+(?: from)?"
        r"|(?:which|what) (?:documents?|sources?|files?|data) (?:do|did|can) (?:yo)?u (?:have|use|know|read|hold|search)"
        r"|where (?:are you|do you live)\b|tell me (?:a joke|about yourself)|how do you work\b|are you there\b)"
        rf"{_TAIL}{_END}",
    ),
    ("about the bot", rf"{_ABUSE}|{_NO_DOCUMENTS}"),
    (
        "names nothing",
        r"^\W*(?:(?:and|so|but|ok|well|then|now|please|pls|eh|um+|hm+)[\s,]+)*"
        r"(?:(?:by|since|until|till|from|for|with|to|at|in|on|about) )?"
        r"(?:who|whom|whose|what|which|when|where|why|how|how (?:much|many|long|far|old|so|come)|really"
        r"|seriously|what (?:else|now|next|then"
        r"|happened|is it|was it|about it|about that)|who else|why not|says who|src|source|sources"
        r"|tl;?\s?dr|eli5|huh|more|tell me more|go on"
        r"|and|and then(?: what)?|so|ok so|yes|no|yeah|yep|nope|nah|maybe|perhaps|sure|idk|(?:yes"
        r"|no) (?:please|thanks?|thank you)|next|which ones?"
        r"|(?:the |that )?(?:first|second|third|last|other|next) one|explain like (?:i['’]?m|im) (?:5|five)"
        r"|what happened (?:next|then|after(?:wards| that)?)|(?:some |any )?(?:more"
        r"|further) (?:info(?:rmation)?|details?"
        r"|about (?:it|that|this))(?: please| pls)?|any (?:ideas?|clue|thoughts)|(?:can"
        r"|could) (?:yo)?u (?:please )?(?:explain|elaborate"
        r"|clarify|expand)(?: (?:it|that|this|more|please))*|explain(?: (?:it|that|this|please))*|elaborate|go deeper|continue"
        r"|what do you mean|is (?:it|this|that) true|really true"
        r"|(?:who|what|when|where|why|how) though|tell me (?:something|anything)|what about the (?:other(?: ones?)?|rest)"
        r"|(?:is there |got )?anything (?:new|else|interesting)"
        r"|(?:what(?:['’]?s| is) the |any |the )?(?:latest )?(?:news|updates?)"
        r"|what (?:was|were|has been|have they|did they) (?:decided?|agreed?(?: on)?|discuss(?:ed)?|said|say|signed?|announced?))"
        r"(?: (?:is|was|are|were|did|does|do) (?:it|that|this|they|he|she)(?: (?:say|said|happen|do"
        r"|mean))?)?[\s?!.]*$|^[\W_]+$",
    ),
)
_TO_GREET = frozenset(
    """hi hello hey heya heyy hiya yo sup howdy greetings morning evening afternoon night g'day gday homie homies bro bruh dude
    buddy pal mate folks fam guys yall y'all wassup salut hallo buon giorno buongiorno ola hola ciao""".split()
)
_TO_THANK = frozenset(
    """thank thanks thankyou thx ty tysm cheers merci danke gracias appreciated awesome great cool nice perfect amazing brilliant
    excellent lovely sweet lol lmao rofl haha hahaha hehe ok okay alright bye goodbye cya wow yay congrats""".split()
)
_OF_THE_BOT = frozenset(
    """bot bots parley chatbot robot ai chatgpt gpt llm prompt prompts instructions jailbreak creator
    maker human stupid dumb idiot
    idiotic moron useless garbage trash rubbish crap shit shitty bullshit fuck fucking fucked damn
    dammit hell sucks suck lame slow
    boring bored annoying hate joke jokes game games sing song songs poem dance code coding sleep dream
    dreams feel feeling feelings
    obey pirate homework weather hungry tired lonely""".split()
)
_ASKING_NOTHING = frozenset(
    """hmm hm um uh erm huh tho though pls plz please elaborate explain help need needed info details
    more everything anything something
    continue tell say speak talk answer reply question questions ask news wtf omg really seriously again wait yes no yeah yep nope
    nah maybe sure idk stuff thing things f u ur r tu te toi""".split()
)
_FILLING = frozenset(
    """day sir madam ma'am doing everyone everybody all absolute absolutely total totally complete completely such thing things
    answers bad terrible awful worst best worse drop dead die cares care friend friends like love loves broken break got job good
    nothing going life today work works working""".split()
)
"""Words that are said in talk beside others, and in questions too."""
_TALKED = _TO_GREET | _TO_THANK | _OF_THE_BOT | _ASKING_NOTHING
_ADDRESSED = frozenset("you you're your yours u ur".split())
"""What begins with these, and asks nothing, is said to the bot: "your answers are terrible"."""
_THANKING = frozenset("thanks thx tysm cheers merci gracias danke".split())
_MOST_OTHERS = 2
"""Other words of a question to the bot itself at most, "can you keep a secret?"; chosen: with more it is of something."""
_WANTED_OF_THE_BOT = frozenset(
    """tell show give list name explain find search look summarize summarise compare quote cite know
    knows think thought heard hear
    seen see recall remember got info information documents quotes about on of regarding concerning for
    between against say said""".split()
)
"""With these the bot is asked for something that the documents may hold: "do you know who signed it?"."""
_MOST_WORDS_OF_TALK = 12
"""Words of what is told to be talk from its words alone; chosen: more of them tell something."""
_WORD_OF_TALK = late(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_LONGEST_TALK = 100
"""Characters that are read for it; what is longer tells something."""
_STOP_WORDS = frozenset(word.lower() for line in data_lines("stop_words.txt") for word in line)
_TALK = tuple((talk, late(pattern, re.IGNORECASE)) for talk, pattern in OF_TALK)
_OF_A_THING = late(_OF_WHICH, re.IGNORECASE)
_INSTRUCTING = late(_INSTRUCTED, re.IGNORECASE)
_SHORT_MONTHS = {
    "jan": "January",
    "feb": "February",
    "mar": "March",
    "apr": "April",
    "jun": "June",
    "jul": "July",
    "aug": "August",
    "sept?": "September",
    "oct": "October",
    "nov": "November",
    "dec": "December",
}
_SIGNS_OF_CHAT_WORDS = {"who are ": ("names of",), "latest on ": ("any ",)}
"""Of which every chat word has one that is written so: of the patterns that take long to make ready."""
_CHAT_WORDS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (late(pattern, re.IGNORECASE, _SIGNS_OF_CHAT_WORDS.get(plain, ())), plain)
    for pattern, plain in (
        (r"^\W*(?:(?:hey|hi|hello|yo|ok|okay|so|um+|pls|please|bot|parley)\b[\s,:]+)+(?=\w+\s+\w+)", ""),
        (r"\b(?:wats|whats|wat['’]s)\b", "what is"),
        (r"\bwhos\b", "who is"),
        (r"\bwhens\b", "when is"),
        (r"\bwheres\b", "where is"),
        (r"\bwat\b", "what"),
        (r"\babt\b", "about"),
        (
            r"^\W*(?:(?:what are|what were|list|give me|tell me|any) )?(?:all )?(?:the )?names of "
            rf"(?=(?:the |all |those )*(?:\w+ ){{0,3}}?(?:{'|'.join(sorted(PERSON_NOUNS, key=len, reverse=True))})\b)",
            "who are ",
        ),
        (r"\bgonna\b", "going to"),
        (r"\bwanna\b", "want to"),
        (r"\b(?:cuz|coz|bc)\b", "because"),
        (r"(?<=\d )mil\b", "million"),
        (r"^\W*hw\b(?= \w+ \w)", "how"),
        (r"\bwich\b", "which"),
        (r"\bhows (?=many|much|long)", "how "),
        (r"\b(did|do|does|is|was|are|were|has|have|had|would|could|should)nt\b", r"\1n't"),
        (r"\b(?:ppl|peeps)\b", "people"),
        (r"\b(?:govt|gov['’]t)\b", "government"),
        (r"\bprez\b", "president"),
        (r"\bexec\b", "executive"),
        (r"\bconf\b", "conference"),
        (r"\bintl\b", "international"),
        (r"\bdept\b", "department"),
        (r"\bbtwn\b", "between"),
        (r"\bb4\b", "before"),
        (r"(?<=\d )yrs?\b", "years"),
        (r"\bw/o\b", "without"),
        (r"(?<=\w )(?-i:w)(?:/ ?| )(?=\w\w)", "with "),
        (r"(?<=\w\w )(?:(?-i:n)|&|\+) (?=\w\w)", "and "),
        (r"\$\$+", "money"),
        (r"(?<=deadline )4 (?=[a-z])|(?<=money )4 (?=[a-z])|(?<=aid )4 (?=[a-z])", "for "),
        *(
            (rf"\b{short}\b\.?(?=,? \d)|(?<=\d ){short}\b\.?|(?<=\d(?:st|nd|rd|th) ){short}\b\.?", month)
            for short, month in _SHORT_MONTHS.items()
        ),
        (r"^\W*wen\b(?= \w+ \w)", "when"),
        (r"^\W*(?:hwo|woh)\b", "who"),
        (r"^\W*(?:waht|wht|whta)\b", "what"),
        (r"(?<![\s,])[\s,]+or (?:nah|no|not|what)\s*(?=\?*$)", ""),
        (
            r"^\W*(?:so,? )?like,? (?=(?:did|does|do|has|have|is|are|was|were|who|what|when|where|why|how)\b)",
            "",
        ),
        (
            r"\b(?:tl;?\s?dr|eli5|src\?|(?:(?<=[?!.,;:–—-] )|\A)sources?\?|pls|plz|lol|lmao|imo|imho|btw|afaik|thx|ty|fyi|ffs|wtf"
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
    # A row of spaces is one: several patterns would go through it from each of its places.
    text = " ".join(text.split())
    if _INSTRUCTING.search(text):
        return "about the bot"
    patterns = _TALK if may_be_talk(text) else ()
    known = next((name for name, pattern in patterns if pattern.match(text)), None)
    return known or _talk_of_words(text) or banter(text)


def _talk_of_words(text: str) -> Talk | None:
    """Return what a few words are that say nothing but what is said in a chat; None where one of them is another, a name or a
    number."""
    words = [match.group().replace("’", "'") for match in _WORD_OF_TALK.finditer(text[:_LONGEST_TALK])]
    if not words or len(words) > _MOST_WORDS_OF_TALK or any(map(str.isdigit, text)):
        return None
    if any(word.isupper() and len(word) > 1 for word in words) and not text.isupper():
        return None
    small = {word.lower() for word in words}
    told = "?" not in text and not any(word[0].isupper() and word != "I" for word in words[1:])
    opening = next((word.lower() for word in words if word.lower() not in _ASKING_NOTHING), "")
    if told and opening in _ADDRESSED:
        return "about the bot"
    if told and not _THANKING.isdisjoint((words[0].lower(), words[-1].lower())):
        return "thanks"
    said = small & _TALKED
    others = {
        word
        for word in small - _TALKED - _FILLING
        if word not in _STOP_WORDS and word.split("'")[0] not in _STOP_WORDS
    }
    if (
        not small.isdisjoint(_ADDRESSED)
        and len(others) <= _MOST_OTHERS
        and small.isdisjoint(_WANTED_OF_THE_BOT)
        and not _OF_A_THING.search(text)
        and not any(word[0].isupper() and word != "I" for word in words[1:])
    ):
        return "about the bot"
    if not said or others:
        return None
    if said & _OF_THE_BOT and len(words) == 1:
        return None
    if said & _OF_THE_BOT:
        return "about the bot"
    if said & _TO_THANK:
        return "thanks"
    return "greeting" if said & _TO_GREET else "names nothing"


def without_chat_words(text: str) -> str:
    """Return the question with chat words left out or written plainly; as it is where nothing else is left."""
    plain = " ".join(text.split())
    for pattern, replacement in _CHAT_WORDS:
        plain = pattern.sub(replacement, plain)
    plain = " ".join(plain.split())
    return plain if any(map(str.isalnum, plain)) else text
