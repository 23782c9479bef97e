"""What a verb of saying does to the words it reports: "denied that", "refused to say whether", "asked if", "promised to".

A verb means one thing before a clause and another before "to", a question word or a thing ("asked whether", "asked him to"),
so each verb has a stance for each complement it takes; without one it takes no such complement. Negation turns the stance
over: who "did not say that" has not said it, and who "does not believe that" doubts it. The examples of the rules stand in
``tests/index/language/english/test_stances.py``.
"""

from collections.abc import Mapping
from typing import Literal, get_args

from index.language.english.speech.verbs import VERB_OF
from index.language.remembering import Remembered
from index.model import Stance

Complement = Literal["that", "whether", "to", "thing"]
"""What follows a verb: a clause, an indirect question, an infinitive, a noun phrase (or a form in -ing)."""

_COMPLEMENTS: tuple[Complement, ...] = get_args(Complement)
_SHORT: Mapping[str, Stance] = {
    "say": "says", "deny": "denies", "hide": "declines to say", "ask": "asks", "doubt": "doubts", "demand": "demands",
    "promise": "promises", "threat": "threatens", "propose": "proposes", "accept": "accepts", "reject": "rejects",
}  # fmt: skip

# verb: that, whether, to, thing. A dash: the verb takes no such complement, or reports nothing with it.
_TABLE = """
say tell add write explain state declare announce reply respond continue conclude recall post tweet
    observe remark joke counter repeat report comment caution
    testify proclaim assert concede confess estimate signal hint imply inform remind opine speculate
    reason retort clarify specify elaborate argue contend maintain allege claim suspect : say say - -
announce confirm reveal disclose indicate predict admit describe explain answer : say say - -
affirm reaffirm reiterate stress emphasize emphasise acknowledge : say say - say
underscore underline highlight point complain boast speak note : say say - say
hope fear worry expect : say - - -
mention describe cite mock deride tout extol rebuke lambast castigate chide scold criticize criticise
    condemn denounce deplore slam blast praise hail welcome defend accuse blame express apologize
    apologise lament bemoan : - - - say
want : - - demand -
oppose object : - - - reject
believe think hold : say - - -
warn : say say demand say
tell remind inform : say say demand -
instruct order direct command : demand demand demand -
insist : say - - demand
find : say say - -
show : say say - say
rule : say - - -
echo retweet : - - - say
deny refute rebut disavow repudiate contest : deny deny - deny
dispute : deny doubt - deny
doubt : doubt doubt - doubt
question query : doubt doubt - doubt
ask inquire wonder : demand ask demand -
demand : demand - demand demand
press : demand ask demand -
cast : doubt doubt - doubt
push : deny deny - reject
urge implore beg exhort appeal plead lobby pressure : demand - demand -
call : - - demand say
encourage : - - demand -
promise pledge : promise - promise promise
vow swear guarantee undertake : promise - promise -
assure reassure : say - - -
threaten : threat - threat -
propose : propose - propose propose
recommend : propose - demand propose
advise : say say demand -
suggest : say say - propose
offer volunteer : propose - propose -
agree : say - accept accept
accept : accept - - accept
recognise recognize : say - - -
reject dismiss decry : deny deny - reject
refuse decline : - - reject reject
"""

_OVERTURNED: Mapping[Stance, Stance] = {
    "says": "declines to say",
    "denies": "declines to say",
    "declines to say": "says",
    "asks": "declines to say",
    "doubts": "says",
    "demands": "declines to say",
    "promises": "declines to say",
    "threatens": "declines to say",
    "proposes": "declines to say",
    "accepts": "rejects",
    "rejects": "declines to say",
}
_OPINIONS = frozenset("believe think expect know understand hope".split())
_NEGATIONS = frozenset("not never neither nor hardly no nobody none cannot".split())
_HEARSAY = frozenset("allegedly reportedly purportedly supposedly apparently".split())
_MODALS = frozenset("may might could would should can must".split())
CLAIMS = frozenset(
    """claim claims report reports allegation allegations accusation accusations suggestion suggestions rumour rumours rumor
    rumors assertion assertions charge charges speculation insinuation insinuations statement statements notion idea
    narrative contention talk chatter""".split()
)
_WITHHELD = frozenset("refuse decline fail stop avoid".split())
_NOUNS: Mapping[str, Stance] = {
    "denial": "denies", "denials": "denies", "refusal": "rejects", "rejection": "rejects", "doubt": "doubts",
    "doubts": "doubts", "question": "asks", "questions": "asks", "demand": "demands", "demands": "demands",
    "promise": "promises", "promises": "promises", "pledge": "promises", "pledges": "promises", "vow": "promises",
    "assurance": "promises", "assurances": "promises", "threat": "threatens", "threats": "threatens",
    "call": "demands", "calls": "demands", "offer": "proposes",
    "proposal": "proposes",
}  # fmt: skip


def _read_table() -> dict[str, dict[Complement, Stance]]:
    table: dict[str, dict[Complement, Stance]] = {}
    for line in " ".join(_TABLE.split("\n    ")).strip().splitlines():
        verbs, _, columns = line.partition(" : ")
        stances = {
            complement: _SHORT[short]
            for complement, short in zip(_COMPLEMENTS, columns.split(), strict=True)
            if short != "-"
        }
        for verb in verbs.split():
            table[verb] = stances
    return table


_STANCES = _read_table()


REPORTING_FORMS = frozenset(form for form, verb in VERB_OF.items() if verb in _STANCES or verb == "rule")
"""Every form of a verb that reports something: a sentence without one reports nothing."""


def verb_of(word: str) -> str:
    """Return the verb that ``word`` is a form of; the word itself, in small letters, where it is of none that is known."""
    return _VERBS[word]


def _verb_of(word: str) -> str:
    lowered = word.lower()
    return VERB_OF.get(lowered, lowered)


_VERBS = Remembered(_verb_of)


def complements_of(verb: str) -> Mapping[Complement, Stance]:
    """Return the complements that ``verb`` reports with, each with its stance; empty for a verb that reports nothing."""
    return _STANCES.get(verb, {})


def stance_of_noun(noun: str) -> Stance:
    """Return the stance of words that ``noun`` introduces: "his denial that" denies, "her claim that" says."""
    return _NOUNS.get(noun.lower(), "says")


def negated(stance: Stance, verb: str) -> Stance:
    """Return the stance of ``verb`` where it is negated: "did not say" declines to say, "does not believe" doubts."""
    if verb in _OPINIONS and stance == "says":
        return "doubts"
    return _OVERTURNED[stance]


def is_negation(word: str) -> bool:
    """Whether ``word`` negates the verb it stands with."""
    lowered = word.lower().replace("’", "'")
    return lowered in _NEGATIONS or lowered.endswith("n't")


def is_hearsay(word: str) -> bool:
    """Whether ``word`` says that the saying itself is not sure: "allegedly", "reportedly"."""
    return word.lower() in _HEARSAY


def is_modal(word: str) -> bool:
    """Whether ``word`` makes the saying itself a possibility: "may say", "would argue"."""
    return word.lower() in _MODALS


def is_claim(noun: str) -> bool:
    """Whether ``noun`` is a claim of somebody else's, which can be denied: "rejected reports that"."""
    return noun.lower() in CLAIMS


def withholds(verb: str) -> bool:
    """Whether "to say" after ``verb`` is not said: "refused to say whether"."""
    return verb in _WITHHELD
