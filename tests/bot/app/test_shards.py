"""Which servers one process serves, as a host writes it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.app.shards import MOST_SHARDS, Shards


@given(
    st.integers(1, 40).flatmap(
        lambda count: st.tuples(st.sets(st.integers(0, count - 1), min_size=1), st.just(count))
    )
)
def test_what_is_written_is_read_again(chosen: tuple[set[int], int]) -> None:
    ids, count = chosen
    shards = Shards(tuple(sorted(ids)), count)
    assert Shards.parse(str(shards)) == shards


@pytest.mark.parametrize(
    ("written", "ids", "count"),
    [
        ("0-3/16", (0, 1, 2, 3), 16),
        ("5/6", (5,), 6),
        ("0,4-5/8", (0, 4, 5), 8),
        (" 4 - 5 , 0 / 8 ", (0, 4, 5), 8),
        ("2,2/3", (2,), 3),
        (f"0/{MOST_SHARDS}", (0,), MOST_SHARDS),
    ],
)
def test_shards_are_written_as_runs(written: str, ids: tuple[int, ...], count: int) -> None:
    assert Shards.parse(written) == Shards(ids, count)


@pytest.mark.parametrize(
    ("written", "fault"),
    [
        ("", "not written as"),
        ("4", "not written as"),
        ("0-3", "not written as"),
        ("a/b", "not written as"),
        ("٣/٤", "not written as"),
        ("0/0", "from 1 to"),
        (f"0/{MOST_SHARDS + 1}", "from 1 to"),
        ("3-1/8", "the lower one first"),
        ("8/8", "from 0 to 7"),
        ("6-8/8", "from 0 to 7"),
    ],
)
def test_what_cannot_be_meant_is_said(written: str, fault: str) -> None:
    with pytest.raises(ValueError, match=fault):
        Shards.parse(written)


@given(st.integers(0, 2**63), st.integers(1, 64))
def test_every_server_is_one_process_s(guild_id: int, count: int) -> None:
    holding = [shard for shard in range(count) if Shards((shard,), count).holds(guild_id)]
    assert len(holding) == 1
