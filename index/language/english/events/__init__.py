"""What a dated sentence tells: that something happened, is planned, did not take place, or is only talk.

In: a sentence and the words of its date. Out: what becomes of it as an event. Uses the clauses and cues of English.
"""
