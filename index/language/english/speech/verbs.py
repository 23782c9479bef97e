"""Verbs of saying and their forms, as news uses them."""

from typing import Literal

VerbForm = Literal["finite", "gerund", "base", "participle"]
"""``finite`` stands with a subject ("said", "says"); ``gerund`` is "saying"; ``base`` needs an auxiliary or "to"; a
``participle`` needs "has"."""

# Verbs that report words or a position; with a clause after them they are indirect speech.
_REPORTING = """
    say tell add ask write argue note explain insist stress warn claim state declare announce reply respond continue
    conclude recall post tweet retweet acknowledge admit suggest observe remark quip joke vow pledge promise complain
    counter emphasize emphasise exclaim reiterate repeat report shout agree urge comment confirm caution lament muse
    testify demand deny predict proclaim assert allege contend maintain reveal disclose indicate point_out affirm
    reaffirm concede confess believe think hope fear worry expect estimate signal hint imply inform remind assure
    reassure advise recommend propose boast brag opine reason speculate surmise retort rejoin interject interrupt
    bristle grumble moan snap fume thunder rant rail sigh whisper mutter murmur mumble yell scream cry bark bellow
    chant sing recount relate describe summarize summarise elaborate clarify specify stipulate determine find show
    conclude rule write_in email text wonder inquire query question press plead beg appeal implore threaten swear
    guess figure reckon doubt know understand realize realise deem consider feel echo quote cite read begin start
    open finish end  chime intone deadpan gush enthuse crow sneer scoff laugh chuckle smile
    teach preach lecture offer volunteer answer utter voice express articulate convey communicate decree order
    recognize recognise instruct tout hail herald preface paraphrase
"""
# Verbs whose object is judged or named in the speaker's own words: cues beside quotation marks.
_JUDGING = """
    call accept guarantee undertake describe brand label dub characterize characterise term name denounce condemn criticize
    criticise blast slam
    decry deride mock ridicule dismiss reject praise laud applaud commend accuse blame attack assail lambast lambaste
    rip bash hit bemoan deplore decline refuse refer compare liken defend endorse support oppose welcome thank
    apologize apologise bill paint portray cast invoke mention discuss address highlight underscore underline tease
    taunt challenge chide scold rebuke admonish berate castigate excoriate hammer pan skewer trash tar deem title
    headline caption want plan seek try intend call_for call_on push lobby advocate love hate like see view regard
    treat use employ coin repudiate disavow rebut refute dispute contest object protest swipe lash speak talk give
    deliver issue release publish share send sign grill attribute identify hold cast promote extol exhort encourage
    caption inscribe title entitle stump campaign weigh pronounce certify
"""
_IRREGULAR = {
    "say": ("says", "said", "saying", "said"),
    "tell": ("tells", "told", "telling", "told"),
    "write": ("writes", "wrote", "writing", "written"),
    "think": ("thinks", "thought", "thinking", "thought"),
    "swear": ("swears", "swore", "swearing", "sworn"),
    "read": ("reads", "read", "reading", "read"),
    "begin": ("begins", "began", "beginning", "begun"),
    "put": ("puts", "put", "putting", "put"),
    "find": ("finds", "found", "finding", "found"),
    "show": ("shows", "showed", "showing", "shown"),
    "know": ("knows", "knew", "knowing", "known"),
    "understand": ("understands", "understood", "understanding", "understood"),
    "feel": ("feels", "felt", "feeling", "felt"),
    "go": ("goes", "went", "going", "gone"),
    "sing": ("sings", "sang", "singing", "sung"),
    "plead": ("pleads", "pleaded", "pleading", "pleaded"),
    "teach": ("teaches", "taught", "teaching", "taught"),
    "hit": ("hits", "hit", "hitting", "hit"),
    "cast": ("casts", "cast", "casting", "cast"),
    "seek": ("seeks", "sought", "seeking", "sought"),
    "undertake": ("undertakes", "undertook", "undertaking", "undertaken"),
    "see": ("sees", "saw", "seeing", "seen"),
    "speak": ("speaks", "spoke", "speaking", "spoken"),
    "give": ("gives", "gave", "giving", "given"),
    "hold": ("holds", "held", "holding", "held"),
    "send": ("sends", "sent", "sending", "sent"),
    "beg": ("begs", "begged", "begging", "begged"),
    "refer": ("refers", "referred", "referring", "referred"),
    "admit": ("admits", "admitted", "admitting", "admitted"),
    "rebut": ("rebuts", "rebutted", "rebutting", "rebutted"),
    "quip": ("quips", "quipped", "quipping", "quipped"),
    "brag": ("brags", "bragged", "bragging", "bragged"),
    "snap": ("snaps", "snapped", "snapping", "snapped"),
    "slam": ("slams", "slammed", "slamming", "slammed"),
    "rip": ("rips", "ripped", "ripping", "ripped"),
    "dub": ("dubs", "dubbed", "dubbing", "dubbed"),
    "plan": ("plans", "planned", "planning", "planned"),
    "pan": ("pans", "panned", "panning", "panned"),
    "tar": ("tars", "tarred", "tarring", "tarred"),
    "label": ("labels", "labeled", "labeling", "labeled"),
    "stump": ("stumps", "stumped", "stumping", "stumped"),
}


def _forms(verb: str) -> tuple[str, str, str, str]:
    if verb in _IRREGULAR:
        return _IRREGULAR[verb]
    third = verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "z")) else "s")
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing", verb[:-1] + "ied"
    if verb.endswith("e") and not verb.endswith("ee"):
        return third, verb + "d", verb[:-1] + "ing", verb + "d"
    past = verb + ("d" if verb.endswith("ee") else "ed")
    return third, past, verb + "ing", past


def _table(verbs: str) -> dict[str, VerbForm]:
    table: dict[str, VerbForm] = {}
    for entry in verbs.split():
        verb = entry.split("_")[0]
        third, past, gerund, participle = _forms(verb)
        table.setdefault(verb, "base")
        table.setdefault(participle, "participle")
        table[third] = table[past] = "finite"
        table[gerund] = "gerund"
    return table


def _verbs(verbs: str) -> dict[str, str]:
    named: dict[str, str] = {}
    for entry in verbs.split():
        verb = entry.split("_")[0]
        for form in (verb, *_forms(verb)):
            named.setdefault(form, verb)
    return named


REPORTING_VERBS = _table(_REPORTING)
"""Word to form, for verbs that report words or a position."""

JUDGING_VERBS = {word: form for word, form in _table(_JUDGING).items() if word not in REPORTING_VERBS}
"""Word to form, for verbs that judge or name: they attribute words in quotation marks and nothing else."""

VERB_OF = _verbs(_JUDGING) | _verbs(_REPORTING)
"""Word to the verb it is a form of, for both kinds."""

_SAYING = """
    say tell add argue write note explain insist stress warn claim state declare announce reply respond continue conclude
    recall post tweet acknowledge admit suggest observe remark joke vow pledge promise complain counter emphasize
    emphasise reiterate repeat report agree urge comment confirm caution lament muse testify demand deny predict
    proclaim assert allege contend maintain reveal disclose indicate affirm reaffirm concede confess estimate signal
    hint imply inform remind assure reassure advise recommend propose boast opine speculate threaten swear
    reason retort clarify specify accuse
"""
SAYING_VERBS = frozenset(_table(_SAYING)) | {"according", "According"}
"""Verbs, in all forms, that open indirect speech: what follows was said, not only thought or shown."""

SPEECH_NOUNS = frozenset(
    """claim claims statement statements comment comments remark remarks argument arguments assertion assertions
    warning warnings suggestion declaration announcement promise promises pledge pledges vow call calls complaint
    observation contention allegation allegations accusation accusations belief view message words question offer answer
    response reply demand demands insistence description characterization tweet tweets post quip joke refrain advice
    denial denials refusal insistence assurance doubt doubts threat threats proposal
    prediction confession admission acknowledgment acknowledgement reminder testimony rhetoric slogan motto""".split()
)
"""Nouns that attribute what follows to their owner: "Trump's claim that ..."."""

DEED_NOUNS = frozenset(
    "promise promises pledge pledges vow vows threat threats refusal offer demand demands call calls proposal".split()
)
"""Nouns that with "to" behind them say what their owner will do, or wants done: "the rebels' threat to blow up the dam"."""

RAISING_VERBS = frozenset(
    "raised raises voiced voices expressed expresses issued issues gave gives made makes".split()
)
RAISED_NOUNS = frozenset(
    """possibility concern concerns question prospect fear fears doubt doubts hope hopes confidence view belief warning
    assurance assurances promise claim accusation threat point case argument""".split()
)
"""Verbs and nouns that report together: "raised the possibility that ..."."""

PAPERS = frozenset(
    """statement report letter memo email emails article story editorial document documents speech interview post tweet
    message opinion brief book release ruling lawsuit complaint filing poll survey study""".split()
)
"""What people speak in: "issued a statement saying ..." has the issuer for its speaker."""

WEAK_VERBS = frozenset(
    """show shows showed shown showing find finds found finding know knows knew knowing feel feels felt feeling
    understand understands understood read reads reading begin begins beginning start starts started starting open
    opens opened opening finish finished finishes end ends ended ending rule ruled rules determine determined
    answer answered answers offer offers offered offering teach taught expect expects expected""".split()
)
"""Forms with which a clause follows only where "that", a comma or a pronoun opens it: "he showed them the way"."""

ASKED_FORMS = frozenset({"Asked", "Pressed", "Questioned"})
"""What opens a sentence that first says what somebody was asked: "Asked if it was a trap, Tamm said no"."""

DIRECTING_VERBS = frozenset(
    """directed directs direct directing ordered orders order ordering instructed instructs instruct instructing told tells tell
    asked asks ask urged urges urge allowed allows allow allowing permitted permits permit authorized authorizes authorize
    authorised authorises required requires require requiring commanded compelled compels forced forces called""".split()
)
"""Forms of verbs by which somebody has another do something."""

PLANNING_VERBS = frozenset("plan seek try intend want begin start continue".split())
"""Verbs by which somebody plans: whose plan it is does not say the words that tell of it."""

ONLY_SOMEBODYS = frozenset(
    "said says say told denied denies declined declines refused added warned insisted announced".split()
)
"""Verbs with a person for their subject."""
