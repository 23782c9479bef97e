"""What people say to one another in a channel: reactions, asides, farewells, questions after the channel itself.

A pattern takes a whole message. Where a word beside it names anything else, it is none of these.
"""

import re

from index.language.english.asking.talk_words import may_be_talk
from index.language.patterns import late
from index.model import Talk

_SAID_BEFORE = (
    r"(?:(?:oh|ah|aw+|eh|well|ok(?:ay)?|ok so|alright|right|lol|lmf?a+o+|haha+|omg|bro|dude|man|wait|yeah|no|so|but|and|hey"
    r"|yo|um+|hm+"
    r"|sorry|damn|wow|like)[\s,.!]+)*"
)
_SAID_BEHIND = (
    r"(?:[\s,.!]+(?:lol|lmf?a+o+|haha+|tho(?:ugh)?|man|bro|dude|guys|all|everyone|everybody|folks|chat|bot|parley|then|now"
    r"|again|please|pls"
    r"|plz|here|today|tonight|rn|fr|too|honestly|really|for real|i guess|imo|haha|then lol|so much|a lot|to(?:o)?))*"
)
_END = r"[\W_]*$"
_OPINION = (
    r"(?:crazy|insane|wild|nuts|mad|sick|sad|scary|hilarious|funny|weird|strange|odd|cool|nice|great|good|bad|awful"
    r"|terrible|amazing|awesome|epic"
    r"|huge|big|rough|tough|harsh|unfair|fair(?: enough)?|fine|ok(?:ay)?|cap|so true|true|facts|wrong|right|interesting"
    r"|impressive|brilliant"
    r"|beautiful|disgusting|ridiculous|absurd|embarrassing|depressing|not (?:true|right|good|great|bad|cool|ok|fair|funny"
    r"|what i (?:said|asked"
    r"|meant))|messed up|a lot|a joke|what (?:i|we) (?:thought|said|meant)|it|all(?: for now)?|enough|the spirit|life|my point)"
)
_OF_THE_CHANNEL = (
    r"(?:mods?|moderators?|admins?|owner|server(?: (?:ip|rules|owner|name|icon|invite|link))?|ip|rules|invite(?: link)?"
    r"|role|roles|emojis?"
    r"|general|channels?|discord|vc|voice chat|announcements?|nitro)"
)
_ASIDES = (
    rf"(?:(?:that|this|it)(?:['’]?s| is| was| are)|thats|its|so) (?:so |just |really |pretty |too |absolutely |actually "
    rf"|kinda |a bit |super "
    rf"|very |all |not )*{_OPINION}"
    r"|(?:i(?:['’]?m| am) |im )?(?:be right )?back(?: (?:now|again|in \w+(?: \w+)?))?|(?:brb|afk|bbl)(?:[\s,]+(?:dinner|lunch"
    r"|breakfast|food"
    r"|coffee|work|bed|class|school|door|phone|\d+(?: ?min(?:ute)?s?)?))?|gtg|g2g|gotta (?:go|run"
    r"|bounce)"
    r"|i(?:['’]ve| have)? (?:got(?:ta)?|have) to go|ttyl|see y(?:a|ou)(?: (?:later|soon|tomorrow|around|all))?|later(?:s)?"
    r"|peace out|i(?:['’]?m| am) out"
    r"|good ?night|gn|gm|sleep well|sweet dreams|have a (?:good|great|nice) (?:day|one|night|evening|weekend|time)"
    r"|welcome(?: back)?|(?:(?:sorry|oops|whoops|my bad)[\s,.!]+)?(?:typos?|misclick|autocorrect|fat fingers?)"
    r"|(?:sorry|oops|whoops)"
    r"|(?:hi|hello|hey|good (?:morning|afternoon|evening|day)) (?:gents|gentlemen|ladies|people|team|peeps|lads"
    r"|chaps|y['’]?all|legends|friends)|tell (?:me|us) (?:something|anything) (?:funny|nice|cool|interesting|good|random|fun)"
    r"|wh?at an? (?:long |great |crazy |terrible |weird )?"
    r"(?:day|week|night|month|year|weekend|mess|ride)(?:[\s,]+(?:huh|eh|right))?"
    r"|happy (?:birthday|new year|holidays|easter|friday|monday)|merry christmas|congrat(?:s|ulations)|good luck|cheers mate"
    r"|lma+o+|lm+f+a+o+|rofl|lolz?|hah(?:ah?)*|hehe+|xd+|omg|omfg|smh|ikr|gg|gl|rip|oof|yikes|welp|bruh|bet|based|cringe"
    r"|cope|ratio|sus|yolo|noice"
    r"|(?:press )?f(?: in (?:the )?chat)?|first|second|same(?: here)?|this|exactly|true(?: that)?|facts|agreed|indeed"
    r"|fair(?: enough| point)?"
    r"|good (?:point|one|question|idea|answer|stuff)|nice (?:one|try|work)|no (?:way|worries|problem|probs|cap|shit|kidding"
    r"|offen[cs]e)"
    r"|np|nvm|never ?mind|mb|my (?:bad|mistake|fault)|forget (?:it|that|about it)|you(?:['’]re| are)? welcome|yw|got (?:it"
    r"|you|ya)|gotcha"
    r"|i see(?: now)?|makes sense|sounds (?:about |pretty |very )?(?:good|great|right|fair|legit|like a plan)|(?:ok "
    r"|yeah )?let['’]?s go|mornin['’]?|heyo"
    r"|(?:i have |i['’]ve |got )?(?:absolutely )?no (?:idea|clue)(?: (?:what|why|how)(?: (?:you|he|she|they"
    r"|it)\b[^?.]{0,30})?)?|that['’]?s what (?:he|she|they) said"
    r"|found it|fixed(?: it)?|solved|(?:never ?mind|nvm)[\s,.]+(?:found|got|solved|figured) it(?: out)?|have a (?:cookie"
    r"|beer|biscuit|treat|seat|nap)|"
    r"understood|roger(?: that)?|noted|as you (?:wish|say)|whatever you say"
    r"|wrong (?:channel|chat|server|window|thread|person|tab|room)|not you|ignore (?:me|this|that)|don['’]?t mind me|bump"
    r"|up|dead chat"
    r"|(?:one|1|just a|give me a) (?:sec(?:ond)?|min(?:ute)?|moment)|hold on|hang on|wait(?: (?:what|for it"
    r"|a (?:sec(?:ond)?|minute)))?"
    r"|who (?:pinged|tagged|dm['’]?e?d|banned|muted|kicked) me|(?:any|where(?:['’]?s| are) (?:the )?)mods?|slow mode"
    r"|stop (?:spamming|it|that)"
    r"|(?:i(?:['’]?m| am) |im )?(?:just )?(?:dead|dying|crying|done|kidding|joking|testing|lurking|screaming|here|new here"
    r"|back home|so done|confused"
    r"|not sure|curious|hungry|bored)"
    r"|(?:what|that) an? (?:day|week|night|mess|joke|time|life|game|story|idea|surprise|shame|world)|what (?:the )?(?:f+"
    r"|heck|hell|fuck)"
    r"|i (?:don['’]?t|do not|dont) (?:know|care|mind|think so|believe (?:it|that|you|this))|i (?:think|guess|hope|know"
    r"|agree|doubt it|see|did|do|am)"
    r"(?: so| not| too)?|me (?:too|neither)|not (?:me|really|yet|sure|bad|again|now)|of course(?: not)?|for sure|obviously"
    r"|literally|lol what"
    r"|(?:good|great|nice|well) (?:job|work|game|bot|stuff|done)|ok(?:ay)? (?:boomer|then|thanks|cool|bye)|ty|tysm|thx|cheers"
)
_OF_A_LIFE = (
    r"what (?:should|can|do|shall|could) (?:i|we) (?:eat|wear|watch|play|cook|drink|buy|listen to|name|have for)\b[^?.]{0,40}"
    r"|(?:what(?:['’]?s| is)|whats) for (?:dinner|lunch|breakfast)"
    r"|(?:wanna|want to|who wants to|who wanna|who['’]?s down to|anyone (?:want to|wanna|down to|up for)|do you want to"
    r"|let['’]?s|can we) (?:play|chill|hang out"
    r"|game|vc|talk|chat|watch|join)\b[^?.]{0,30}"
    r"|how(?:['’]?s| is| was| are)? (?:your|ur|everyone['’]?s|y['’]?all(?:['’]?s)?|the) (?:weekend|day|night|week|holiday"
    r"|morning|family|kids?|mum|mom|dog|cat|life|vacation"
    r"|sleep|mood)"
    r"|(?:can|could|will) (?:someone|anyone|somebody|you|u|we|a mod|an admin) (?:please |pls )?(?:boost|ban|mute|kick|unban"
    r"|unmute|pin|dm|ping|invite|add)"
    r" (?:the server|this server|me|him|her|them|this guy|that guy|this|it|to my server|you to my server)"
    r"|who(?:['’]?s| is| are) (?:all )?(?:online|awake|around|on|here|up|active)"
    rf"|(?:who(?:['’]?s| is| are)|what(?:['’]?s| is| are)|whats|whos|where(?:['’]?s| is| are)) (?:the |a |ur |your |our "
    rf"|all the )?{_OF_THE_CHANNEL}"
    rf"|how (?:do|can) (?:i|we|you) (?:get|change|join|leave|find|use|see|mute|add|remove) (?:a |an |the |my |this "
    rf"|your )?(?:\w+ )?{_OF_THE_CHANNEL}"
    r"|how many (?:members|people|users|bots|mods|online)(?: people| users)? (?:are |does |do |has )?(?:(?:in|on|of|here"
    r"|there|we|this|the)\b ?){0,3}"
    r"(?:server|channel|discord|chat|group|online|here)(?: have| has| got| now)?"
    r"|is (?:this|that|it) (?:the |a )?(?:right|wrong|correct|new|official|main) (?:channel|server|chat|place to ask|thread"
    r"|bot|discord)"
    r"|any(?:one|body)(?: here| else)* from (?:the )?\w+(?: here)?|any(?:one|body)(?: here| else)* (?:play|speak|know how"
    r"|use|watch|like|know any)s?\b[^?.]{0,25}"
    r"|(?:do (?:yo)?u |you )?(?:know|got|have)(?: any| a| some)? (?:good |funny )?(?:jokes?|songs?|memes?|games?|riddles?"
    r"|fun facts?)"
    r"|my (?:internet|wifi|pc|phone|computer|laptop|mic|game|mom|mum|dad|dog|cat|boss|teacher|head|screen"
    r"|keyboard)(?:['’]?s| is| was| keeps?| just| died| broke| hurts?)"
    r"\b[^?.]{0,30}"
    r"|any(?:one|body) (?:up|awake|on|alive|active|around|home|free|here|there|online|else here)|is (?:any(?:one|body)"
    r"|some(?:one|body)) (?:up|awake|on|alive"
    r"|active|around|home|free|here|there|online)"
    r"|hello[\s?!]+(?:any(?:one|body)|some(?:one|body))(?: (?:here|there|home))?"
    r"|(?:the|this|that|dis|ur|your) bot(?:['’]?s| is| was| has| does| keeps?| just| went| got| seems?"
    r"| looks?)(?: (?:\w+['’]?\w*)){1,3}"
    r"|(?:is|does|was|why is|why does|what(?:['’]?s| is) wrong with) (?:the|this|that) bot(?: \w+['’]?\w*){0,3}"
    r"|(?:what|wht|wat|whatd|how) (?:do|did|does|would|d) (?:yo)?u think(?: (?:about|of) (?:me|us|him|her|that|this|it|them"
    r"|yourself|life|love))?"
    r"|do you (?:think|agree|disagree|mind|want|believe (?:me|that|it))(?: so)?|are you (?:sure|serious|kidding"
    r"|joking)(?: about (?:that|this|it))?"
    r"|(?:you )?(?:sure|certain)(?: about (?:that|this|it))?"
)
_NAMES_NOTHING = (
    r"any (?:ideas?|clues?|chance|guess(?:es)?)(?: (?:who|what|when|where|why|how|which|if so))?"
    r"|what(?:['’]?s| is) the (?:point|matter|difference|catch|problem|story|issue|joke|gist|tea|big deal|score|answer|context)"
    r"|i (?:don['’]?t|do not|dont|can['’]?t|cant|didn['’]?t) (?:get|understand|follow|see)(?: (?:it|this|that"
    r"|what you mean))?|(?:that|this|it) makes no sense"
    r"|(?:try|say it|say that|come|do it|do that|ask|answer|once more|one more time|explain)(?: that)? again|once more"
    r"|one more time|pardon(?: me)?"
    r"|(?:sources?|src|links?|proof|evidence|cite|citation|citations? needed|receipts)|(?:give|show|send|got|have|any"
    r"|do you have)(?: (?:me|us))?"
    r"(?: (?:a|the|any|some|your|ur))? (?:sources?|links?|proof|evidence|receipts|quotes?|citations?)(?: for (?:that|this|it))?"
    r"|how (?:did|was|is|goes|does) (?:that|it|this) (?:go|end|work out|turn out)|(?:who|what|when|where|why|how"
    r"|which)(?: (?:was|is|are|were|did|does|do|has|will|can))? (?:it|that|this|they|he|she|those|these)(?: (?:all|again"
    r"|exactly"
    r"|really|about|for|from|even))*|(?:did|do|does|will|would|is|are|was|were|has|have|can|could) (?:they|he|she|it"
    r"|we)(?: or (?:not|did(?:n['’]?t| not) they"
    r"|do(?:n['’]?t| not) they|is(?:n['’]?t| not) (?:it|he|she)|will they not|won['’]?t they|no))?|(?:which|what) (?:one"
    r"|ones|side|part|day|year|month|country|document)"
    r"|(?:in (?:which|what)|which) (?:year|month|day|place|city|country)|more (?:please|pls|details|info|on (?:this|that"
    r"|it))|details|context|summary|tl;?dr"
    r"|(?:both|neither|either|all of (?:them|it)|none(?: of (?:them|it))?)|(?:the )?(?:former|latter|same thing)"
)
_OF_EACH: tuple[tuple[Talk, str], ...] = (
    ("names nothing", _NAMES_NOTHING),
    ("about the bot", f"{_ASIDES}|{_OF_A_LIFE}"),
)
OF_BANTER = tuple(
    (talk, rf"^\W*{_SAID_BEFORE}(?:{pattern}){_SAID_BEHIND}{_END}") for talk, pattern in _OF_EACH
)
"""The patterns of whole messages, small and capital letters alike."""
_BANTER = tuple((talk, late(pattern, re.IGNORECASE)) for talk, pattern in OF_BANTER)
_DRAWN_OUT = re.compile(r"([^\W\d_])\1{2,}")
"""A letter that is drawn out: "lets gooo"."""

_LONGEST = 100
"""Characters of a message that is read as one of these; chosen: what is longer tells something."""


def banter(text: str) -> Talk | None:
    """Return what a message is that people write to one another in a channel; None for what may ask the documents something."""
    if len(text) > _LONGEST or (text.isupper() and len(text.split()) == 1):
        return None
    plain = _DRAWN_OUT.sub(r"\1", text)
    if not may_be_talk(plain):
        return None
    return next((talk for talk, pattern in _BANTER if pattern.match(plain)), None)
