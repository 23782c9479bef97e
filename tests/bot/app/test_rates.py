"""How often one person and one server may ask, on a clock that the tests turn."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.app.rates import MOST_BUCKETS, Rates
from tests.reading import custom_id, plain_text_of, response_of, text_of
from tests.simulated_server import Server

ANN, BEN, TALKS = 1, 2, 3


class Clock:
    def __init__(self) -> None:
        self.now = 1_000.0

    def __call__(self) -> float:
        return self.now


def test_a_person_is_let_through_as_often_as_is_said_and_told_when_to_try_again() -> None:
    clock = Clock()
    rates = Rates(3, 0, clock=clock)
    assert [rates.refusal(ANN, None) for _ in range(3)] == [None, None, None]
    refusal = rates.refusal(ANN, None)
    assert refusal is not None
    assert refusal.sentence == "I answer one person 3 times a minute. Try again in 20 seconds."
    assert rates.refusal(BEN, None) is None
    clock.now += 19.5
    again = rates.refusal(ANN, None)
    assert again is not None
    assert again.sentence.endswith("Try again in 1 second.")
    clock.now += 0.5
    assert rates.refusal(ANN, None) is None


def test_a_refusal_is_a_repeated_one_until_the_person_is_let_through_again() -> None:
    clock = Clock()
    rates = Rates(1, 0, clock=clock)
    rates.refusal(ANN, None)
    refusals = [rates.refusal(ANN, None) for _ in range(3)]
    assert [refusal and refusal.repeated for refusal in refusals] == [False, True, True]
    clock.now += 60
    assert rates.refusal(ANN, None) is None
    last = rates.refusal(ANN, None)
    assert last is not None
    assert not last.repeated
    assert last.sentence.startswith("I answer one person once a minute.")


def test_a_server_is_counted_beside_its_members_and_a_direct_message_is_nobody_s() -> None:
    rates = Rates(10, 2, clock=Clock())
    assert rates.refusal(ANN, TALKS) is None
    assert rates.refusal(BEN, TALKS) is None
    refusal = rates.refusal(ANN, TALKS)
    assert refusal is not None
    assert refusal.sentence.startswith("I answer 2 times a minute on one server")
    assert rates.refusal(ANN, None) is None
    assert rates.refusal(ANN, TALKS + 1) is None


def test_what_is_refused_for_a_person_does_not_count_for_the_server() -> None:
    rates = Rates(1, 2, clock=Clock())
    assert rates.refusal(ANN, TALKS) is None
    assert all(rates.refusal(ANN, TALKS) for _ in range(5))
    assert rates.refusal(BEN, TALKS) is None


def test_nought_is_no_limit() -> None:
    rates = Rates(0, 0, clock=Clock())
    assert not any(rates.refusal(ANN, TALKS) for _ in range(1_000))


def test_as_many_people_as_come_do_not_fill_the_memory() -> None:
    clock = Clock()
    rates = Rates(1, 0, clock=clock)
    for person in range(3 * MOST_BUCKETS):
        clock.now += 0.01
        rates.refusal(person, None)
    assert len(rates._buckets) <= MOST_BUCKETS + 1


@given(st.integers(1, 50), st.lists(st.floats(0, 30), min_size=1, max_size=200))
def test_in_no_minute_is_more_let_through_than_twice_what_is_said(most: int, pauses: list[float]) -> None:
    clock = Clock()
    rates = Rates(most, 0, clock=clock)
    let_through = []
    for pause in pauses:
        clock.now += pause
        if rates.refusal(ANN, None) is None:
            let_through.append(clock.now)
    for first in let_through:
        assert sum(first <= moment < first + 60 for moment in let_through) <= 2 * most


SIGNED = "Where was the river accord signed?"


@pytest.fixture
def clock(server: Server) -> Clock:
    """A clock that stands still, for a bot that answers one person twice a minute."""
    clock = Clock()
    server.bot.rates = Rates(2, 0, clock=clock)
    return clock


async def test_a_person_who_asks_too_often_is_told_so_alone(server: Server, clock: Clock) -> None:
    answer = await server.ann.slash(server.channel, "ask", question=SIGNED)
    pressed = await server.ann.click(
        response_of(answer), custom_id=custom_id(response_of(answer), "In context")
    )
    assert "Port Amity" in text_of(response_of(pressed))
    for refused in (
        await server.ann.slash(server.channel, "ask", question=SIGNED),
        await server.ann.slash(server.channel, "help"),
        await server.ann.click(response_of(answer), label="Ask a follow-up"),
    ):
        assert response_of(refused).ephemeral
        assert "one person 2 times a minute" in response_of(refused).content
    clock.now += 30
    answer = await server.ann.slash(server.channel, "ask", question=SIGNED)
    assert "Port Amity" in plain_text_of(response_of(answer))


@pytest.mark.usefixtures("clock")
async def test_mentions_past_the_limit_are_answered_with_one_sentence_and_then_not_at_all(
    server: Server,
) -> None:
    for _ in range(6):
        await server.ann.send(server.channel, f"{server.mention} {SIGNED}")
    told = [plain_text_of(message) for message in server.channel.history() if message.author.bot]
    assert sum("Port Amity" in text for text in told) == 2
    assert sum("one person 2 times a minute" in text for text in told) == 1
    assert len(told) == 3


@pytest.mark.usefixtures("clock")
async def test_what_is_suggested_while_typing_is_not_counted(server: Server) -> None:
    for _ in range(5):
        assert await server.ann.autocomplete(server.channel, "ask", "source", "", question=SIGNED)
    answer = await server.ann.slash(server.channel, "ask", question=SIGNED)
    assert "Port Amity" in plain_text_of(response_of(answer))
