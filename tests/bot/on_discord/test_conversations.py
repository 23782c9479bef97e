"""What is kept in memory of what people asked: for ten minutes, a few questions, and of so many people."""

from bot.on_discord.conversations import MINUTES, MOST_PEOPLE, MOST_QUESTIONS, Conversations


class Clock:
    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


def test_the_last_questions_of_a_person_in_a_channel_are_kept_in_order() -> None:
    conversations = Conversations(clock=Clock())
    for number in range(MOST_QUESTIONS + 2):
        conversations.heard(1, 10, f"{number}?")
    assert conversations.before(1, 10) == tuple(f"{number}?" for number in range(2, MOST_QUESTIONS + 2))
    assert conversations.before(2, 10) == ()
    assert conversations.before(1, 11) == ()


def test_they_are_forgotten_after_ten_minutes() -> None:
    clock = Clock()
    conversations = Conversations(clock=clock)
    conversations.heard(1, 10, "Who signed?")
    clock.now += MINUTES * 60 - 1
    assert conversations.before(1, 10) == ("Who signed?",)
    clock.now += 1
    assert conversations.before(1, 10) == ()


def test_whoever_asked_longest_ago_is_forgotten_past_so_many_people() -> None:
    conversations = Conversations(clock=Clock())
    for person in range(MOST_PEOPLE + 1):
        conversations.heard(person, 10, "Who signed?")
    assert conversations.before(0, 10) == ()
    assert conversations.before(1, 10) == ("Who signed?",)
