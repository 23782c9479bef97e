"""Questions after others, each kind of them once: what is carried over, and what answers."""

from index.requests import AskRequest

FOLLOW_UPS = (
    AskRequest("How many of them does Lomar have?", previous=("Which boats does the union count?",)),
    AskRequest("And where was that?", previous=("When were the talks in Lomar broken off?",)),
    AskRequest("Why?", previous=("When did Sudria recall its ambassador?",)),
    AskRequest("How long may a warship stay?", previous=("What does Article 2 of the Lomar Treaty say?",)),
    AskRequest("and Article 4?", previous=("What does Article 2 of the Lomar Treaty say?",)),
    AskRequest("What did Orsic say about it?", previous=("When do the patrols begin?",)),
    AskRequest("Who took part?", previous=("What happened in the estuary?",), points=3),
    AskRequest("And what else?", previous=("When do the patrols begin?", "Who agreed on them?"), limit=2),
)
