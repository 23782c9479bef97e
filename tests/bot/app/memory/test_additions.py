"""Previews that wait to be confirmed: so many, of so many characters."""

import pytest

from bot.app.memory import additions
from bot.app.memory.additions import Addition, PendingAdditions, ReadDocuments
from index.model import Document


def waiting(pending: PendingAdditions, identities: list[str]) -> list[bool]:
    return [pending.take(one, user_id=1, collection="server:1") is not None for one in identities]


def put(pending: PendingAdditions, addition: Addition) -> str:
    return pending.put(addition, user_id=1, collection="server:1")


def test_of_more_than_thirty_two_the_oldest_goes() -> None:
    pending = PendingAdditions()
    identities = [put(pending, ReadDocuments(())) for _ in range(33)]
    assert waiting(pending, identities) == [False] + 32 * [True]


def test_the_oldest_goes_where_all_have_too_many_characters_and_the_newest_stays(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(additions, "MOST_CHARACTERS", 10)
    pending = PendingAdditions()
    shown = [ReadDocuments((Document("a", "A", "x" * length),)) for length in (5, 5, 1, 11)]
    assert waiting(pending, [put(pending, one) for one in shown[:3]]) == [False, True, True]
    assert waiting(pending, [put(pending, shown[0]), put(pending, shown[3])]) == [False, True]
