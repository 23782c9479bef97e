"""What a question's frame is held against: the place of a sentence, and the objections to it by their subjects.

Each objection is a function of the place; it returns why the sentence is of another frame, in words, or an empty text.
"""
