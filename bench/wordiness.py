"""Questions as some people type them: with what they have read, think and ask for besides. What is asked stays the same."""

import random

BEFORE = (
    "Hi all, I have been away for two weeks and lost track of everything, so please bear with me:",
    "My brother and I were arguing about this over dinner and neither of us could find it anywhere.",
    "Sorry if this was already asked above, the channel moves too fast for me to read it all.",
    "I am writing a short piece for our student paper and my editor wants a source for every claim.",
    "Quick one before the meeting starts, somebody surely knows this by heart:",
    "There was a long thread about it yesterday evening, but it went off topic after a few posts.",
    "I read three different articles this morning and each of them seems to say something else.",
    "Hello bot, thank you for the last answer, that was really useful for my homework.",
    "As far as I remember this was mentioned in passing somewhere in the middle of a longer text.",
    "Not sure whether you have anything on it, and no hurry at all, but I keep wondering:",
    "A colleague told me over coffee that the usual version of the story is wrong.",
    "For context, I know very little about the subject and English is not my first language.",
)
AFTER = (
    "I would be grateful for the exact wording if you can find it.",
    "A link or a page number would be perfect, thanks a lot in advance.",
    "My guess would have been something else entirely, but I may well be mistaken.",
    "Please keep it short, I am reading this on my phone on the train.",
    "The others here think I made it up, so any proof is welcome.",
    "I looked it up in two books already without any luck.",
    "Cheers, and sorry for the wall of text.",
    "It matters for a quiz that we are preparing for next weekend.",
    "I only need the gist of it, the details can wait until tomorrow.",
    "If there is more than one answer, just give me the first that you come across.",
)


def wordy(question: str, half: int, draw: random.Random) -> str:
    """Return ``question`` with sentences around it; those of one ``half`` (0 or 1) are not those of the other."""
    before, after = BEFORE[half::2], AFTER[half::2]
    parts = [draw.choice(before), question, *draw.sample(after, draw.randint(0, 2))]
    if draw.random() < 0.4:
        parts.insert(0, draw.choice([one for one in before if one != parts[0]]))
    return " ".join(parts)
