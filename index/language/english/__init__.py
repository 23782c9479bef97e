"""English: word lists, cues, names and people, the words of questions.

In: text. Out: what its words say, as spans and values. Uses what all languages share in ``language``."""
