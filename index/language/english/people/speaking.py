"""Whether a noun phrase is somebody who can say something: people and bodies can, a plan and a number cannot.

Told from the noun that the phrase is about, by the list of nouns for people and bodies and by the endings of such nouns.
"""

import re
from collections.abc import Sequence

from index.language.english.grammar.word_classes import PERSON_NOUNS, WORD, word_class, word_classes
from index.language.english.people.names import COUNTRIES

_PEOPLE = frozenset(
    """individual individuals band states journal detective detectives agent agents family families group groups friend
    friends scholar scholars victims surrogates proponents poet poets architect architects fliers defender great-uncle
    community communities authorities rebels exiles militants troops parents relatives kin grandmother grandfather
    granddaughter grandson aunt uncle cousin stepmother stepfather mom dad widow kids girl girls boy boys child children
    colleague colleagues partner partners parliament congress bloc alliance front movement regime junta side sides nation
    nations country countries state states city town village church bank union charity clinic hospital university college
    school lobby press media newspaper newspapers crowd crowds public neighbour neighbours neighbor neighbors majority minority
    crew delegation delegations mission missions chair chairs pilots guard guards kidnappers narrator voiceover announcer
    questioner parties party ministry ministries firms firm companies company concern subsidiary parent unit maker makers
    society watchdog regulator regulators surety exchange senate cabinet jury panel camp faction factions clan tribe
    spokesperson signatory signatories kremlin pentagon pope mum patient patients client clients guest guests fan fans
    judges justices philanthropists admiral captain
    marshal brigadier commodore palace cardinal archbishop sultan monarch wing opposition staff secretariat fund squad
    brigade desk""".split()
)
"""Nouns of people and bodies that the word classes do not have."""
_EVIDENCE = frozenset(
    """poll polls survey surveys data research analysis figures statistics video footage transcript slide records review
    piece clip poster editorial editorials communique message statement statements text caption sign signs banner""".split()
)
"""What stands in the place of whoever made it: "a survey found", "the piece said"."""
_ENDING = re.compile(
    r"(?:[a-z]{2}(?:ist|eer|ian|yer|ator|itor|ctor|ssor|ate|ent|ant)|[a-z]{3}(?:man|woman|person)|[a-z](?:ter|der|ker|ver|per|ner"
    r"|ger|her|ler|mer|ser|zer|wer|nier|tier|sier|oner|or|ist|ian|yer|ant|ee|eer)s|[a-z]{2}(?:nder|oner|iner|orter|ider|acher"
    r"|ader|iter|yee|ndee|rker|lder|iller|unner|inger)|[a-z]{2}(?:men|women|people))$"
)
_DEMONYM = re.compile(r"(?:[a-z]ans|[a-z]ese|[a-z]ish|[a-z]is)$")
_THINGS = frozenset(
    """incident accident precedent continent segment patent talent
    number paper matter factor order letter power error border offer quarter center centre corner shutter sensor motor
    door floor color colour tractor reactor mirror element moment event agreement document payment grant plant fee rumor
    rumour horror computer tracker barrier warrant variant consonant server router missile chapter cover river tower wonder
    marker folder dinner winter summer statement government parliament department amount percent content intent extent
    argument comment investment development movement treatment climate debate mandate date state rate estimate update
    template certificate present current account environment commitment assessment announcement involvement improvement
    employment component instrument achievement vote note reminder wider further together other another remainder gender
    under whether either neither after later matter manner banner timeline disorder surrender tender calendar anchor labor
    labour favor favour honor honour humor humour vigor minor major prior harbor harbour sector vector doctrine monitor
    important significant relevant different recent urgent permanent efficient sufficient consistent frequent excellent""".split()
)
"""Words with such an ending that are no people."""
_PAPERS = frozenset(
    """budget act bill order plan agreement summit meeting treaty convention memorandum proclamation program programme initiative
    framework commitment
    strategy declaration charter protocol accord compact fund index day week month year article section annex""".split()
)
"""What has a name, and speaks for nobody."""
_OF_PEOPLE = frozenset("familiar close aware present involved briefed knowledgeable loyal opposed".split())
"""What stands behind a noun for people and says which of them."""
_QUANTITIES = frozenset(
    "many some most few several both hundreds thousands tens dozens scores groups group string majority number all".split()
)
_HEAD_ENDS = frozenset("iwtbxyVzv,(-")


def can_speak(phrase: str, *, told: bool = False) -> bool:
    """Return whether ``phrase``, a noun phrase that stands where a speaker stands, is about people or a body.

    ``told`` says that the verb is one that only somebody does ("said", "denied"): then any noun with an article will do that is
    not plainly a thing.
    """
    words = WORD.findall(phrase)
    head = _head(words)
    if head is None or head[0].isdigit():
        return False
    plain = (
        told
        and _ARTICLED.match(phrase)
        and len(words) <= _SHORT
        and head.islower()
        and not head.endswith("s")
    )
    if told and any(word in PERSON_NOUNS for word in words[:_SHORT]):
        return True
    if plain and head not in _THINGS and _ABSTRACT.search(head) is None:
        return True
    if head[0].isupper():
        if head.lower() in _PAPERS:
            return False
        return len(words) > 1 or head.isupper() or head in COUNTRIES or _is_of_people(head.lower())
    return _is_of_people(head)


def is_abstract(name: str) -> bool:
    """Return whether a single capitalised word is a thing that only opens a sentence: "Democracy", "Inflation"."""
    return _ABSTRACT.search(name) is not None


def is_paper(name: str) -> bool:
    """Return whether a name is that of a law, a plan or the like: "Open Bay Act"."""
    plain = " for " not in name and " of " not in name
    return plain and name.rpartition(" ")[2].lower() in _PAPERS and name[:1].isupper()


def is_small_talk(words: str) -> bool:
    """Return whether ``words`` that somebody says are only thanks, greetings and giving the floor: "Thank you very much."."""
    if len(words) > _LONGEST_SMALL_TALK:
        return False
    said = re.findall(r"[^\W\d_]+(?:['’][^\W\d_]+)?", _ASIDE.sub(" ", words).lower())
    return not said or all(word in _COURTESIES for word in said)


_LONGEST_SMALL_TALK = 120
"""Characters of small talk; chosen: longer thanks say what for."""
_ASIDE = re.compile(r"[(\[][^()\[\]]{0,60}[)\]]")
_COURTESIES = frozenset(
    """thank thanks you very much so all everybody everyone guys folks okay ok right alright sure hi hello good morning
    afternoon evening night day go ahead next please again welcome bye appreciate it sir ma'am ma’am madam mr president
    well um uh oh hey and here back to the in the question your understood last one more another
    nice great ladies gentlemen let's let’s come on at time""".split()
)
_ABSTRACT = re.compile("[a-z]{2}(?:[st]ion|ment|cracy|ism|ility|ality|ivity|less|ness|edge|ology)s?$")
_ARTICLED = re.compile(r"(?:the|a|an|his|her|their|its|one)\b|[\w.’' -]{1,60}['’]s\b", re.IGNORECASE)
_SHORT = 4
"""Words of a plain noun phrase: an article, a noun, one or two words that say which."""


def _head(words: Sequence[str]) -> str | None:
    """The noun that a phrase is about: the last word before a preposition or a clause."""
    tags = word_classes(words)
    head = None
    for word, tag in zip(words, tags, strict=True):
        if tag in _HEAD_ENDS and head is not None and word != "appeals":
            if word == "of" and head.lower() in _QUANTITIES:
                head = None
                continue
            break
        if head is not None and word in _OF_PEOPLE and _is_of_people(head):
            # "people familiar with the talks"
            break
        if tag in "NTrn#pdeJB" and word[0].isalnum():
            head = word
    return head


def _is_of_people(noun: str) -> bool:
    if noun in PERSON_NOUNS or noun in _PEOPLE or word_class(noun) in "rp":
        return True
    single = f"{noun[:-3]}y" if noun.endswith("ies") else noun.removesuffix("s") or noun
    if noun in _EVIDENCE or word_class(single) in "rp" or _DEMONYM.search(noun):
        return True
    return single not in _THINGS and _ENDING.search(noun) is not None
