"""Whether a message may be small talk at all, told from its words: its patterns are many, and take long to make ready.

All words of small talk are known, but for a few sayings in which any word may stand: those are known by a sign.
"""

import re
from functools import cache

from index.language.tokens import data_lines

_BETWEEN_WORDS = re.compile(r"[\W_]+")
_SIGNS = tuple(
    sign.strip()
    for sign in """
    a liar, add, afk, amazing, annoying, anybody, anyone, awesome, awful, back, bad, bbl, bedtime stories, bedtime story,
    blog post, boring, bot, brb, broken, buy, can we, change, clever, code, compose, cook, cool, cute, draft, draw, drink,
    dumb, eat, fala, find, funny, garbage, generate, get, good, habla, haiku, have for, homework, idiot, invent, join, joke,
    lame, leave, let, limerick, listen to, lying, lyrics, make, meme, mute, my boss, my cat, my computer, my dad, my dog, my
    game, my head, my internet, my keyboard, my laptop, my mic, my mom, my mum, my pc, my phone, my screen, my teacher, my
    wifi, name, nice, no clue, no idea, parle, parli, picture, play, poem, python, rap, recite, remove, retarded, right,
    rubbish, s down to, say something, script, see, shit, shut, sing, slow, smart, song, speech, sprechen sie, sprichst du,
    stupid, tell, terrible, the best, the worst, translate it, translate that, translate this, trash, use, wanna, want to,
    watch, wear, who wants to, write, wrong, говорите, говоришь
    """.replace("\n", " ").split(",")
)
"""Of which every saying has one in which any word may stand; parts of words and of rows of them."""
_TO_THE_BOT = frozenset("you u your ur yourself help work i we me".split())
"""Words of which every question to the bot itself has one."""


def may_be_talk(text: str) -> bool:
    """Tell whether ``text`` may be small talk; nearly every question of the documents is told to be none."""
    plain = _BETWEEN_WORDS.sub(" ", text.lower()).strip()
    words = plain.split(" ")
    if not _TO_THE_BOT.isdisjoint(words) or any(map(str.isdecimal, plain)):
        return True
    if any(sign in plain for sign in _SIGNS):
        return True
    whole, beginnings = _words()
    return all(word in whole or word.startswith(beginnings) for word in words)


@cache
def _words() -> tuple[frozenset[str], tuple[str, ...]]:
    """Return the words that are said in small talk, and those that longer ones begin with."""
    written = {word for line in data_lines("talk_words.txt") for word in line}
    return (
        frozenset(word for word in written if not word.endswith("*")) | {""},
        tuple(word.rstrip("*") for word in written if word.endswith("*")),
    )
