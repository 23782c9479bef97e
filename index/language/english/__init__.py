"""English: word lists, cues, names and people, the words of questions; what is reported, quoted, and told of a date.

In: text. Out: what its words say, as spans and values. Uses what all languages share in ``language``."""
