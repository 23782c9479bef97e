import threading

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from index.language.tokens import Analyzer, fold

ANALYZER = Analyzer()
WORDS = st.lists(
    st.sampled_from(
        [
            "Zelenskyy's",
            "cease-fire",
            "cease",
            "fire",
            "U.S.",
            "US",
            "us",
            "1,000.5",
            "12th",
            "Kyiv",
            "don’t",
            "é",
            "О’Нил",
            "Киев",
            "-",
            "--",
            ".",
            ",",
            " ",
            "\n",
            "the",
            "May",
            "may",
            "a.m.",
            "3:30",
            "x2",
            "½",
            "ﬁ",
            "İ",
            "\u0301",
            "Łódź",
            "№5",
            "東京",
            "😀",
            "_",
            "’s",
            "O'Neill",
            "rock'n'roll",
        ]
    ),
    max_size=25,
).map("".join)


def terms(text: str) -> list[str]:
    return ANALYZER.terms(text)


@pytest.mark.parametrize(
    "group",
    [
        ("Zelensky", "Zelenskyy", "Zelenskiy", "Zelenskij", "ZELENSKY", "Zelensky's", "Zelenskyy’s"),
        ("Kyiv", "Kiev", "KYIV", "Kyiv's"),
        ("ceasefire", "cease-fire", "cease fire", "Cease-Fire", "ceasefires", "cease-fires"),
        ("negotiate", "negotiated", "negotiating", "negotiates"),
        ("Erdogan", "Erdoğan", "ERDOĞAN"),
        ("Łódź", "Lodz", "łódź"),
        ("1,000", "1000"),
        ("12th", "12"),
        ("O’Neill", "O'Neill", "ONeill", "O'Neill's"),
        ("U.S.", "US", "USA", "U.S.A.", "U.S.’s", "the U.S"),
        ("ﬁeld", "field", "ｆｉｅｌｄ"),
        ("переговоры", "Переговоров", "ПЕРЕГОВОРАМ"),
        ("café", "cafe\u0301", "CAFE"),
    ],
)
def test_what_is_one_word_to_a_reader_is_one_term(group: tuple[str, ...]) -> None:
    assert len({tuple(terms(word)) for word in group}) == 1
    assert len(terms(group[0])) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("US", "us"),
        ("May", "may"),
        ("12", "1.2"),
        ("Iran", "Iraq"),
        ("йод", "иод"),
        ("1,000", "1,00"),
        ("general", "genre"),
    ],
)
def test_what_are_two_words_to_a_reader_are_not_one_term(one: str, other: str) -> None:
    assert terms(one) != terms(other)


def test_a_hyphenated_word_gives_its_parts() -> None:
    assert terms("peace-keeping force") == terms("peace keeping force")


def test_stop_words_have_no_term_and_count_as_words() -> None:
    found = ANALYZER.tokens("Who is the envoy of Sudria?")
    assert [(token.term, token.position) for token in found] == [
        (terms("envoy")[0], 3),
        (terms("Sudria")[0], 5),
    ]


def test_us_after_the_article_is_the_country() -> None:
    assert terms("the us") == terms("the US") == terms("U.S.")
    assert terms("tell us") == terms("tell")


@given(st.text(max_size=200) | WORDS)
def test_spans_are_exact_and_in_order(text: str) -> None:
    last, position = 0, -1
    for token in ANALYZER.tokens(text):
        assert last <= token.start < token.end <= len(text)
        word = text[token.start : token.end]
        assert word == word.strip() and any(map(str.isalnum, word))
        assert position < token.position
        last, position = token.end, token.position


@given(st.text(max_size=200) | WORDS)
@example("A´A´¹")
def test_terms_can_be_kept_with_a_space_between_them(text: str) -> None:
    found = terms(text)
    assert " ".join(found).split() == found
    assert all(found)


@given(st.text(max_size=200) | WORDS)
def test_analysing_is_stable(text: str) -> None:
    assert ANALYZER.tokens(text) == ANALYZER.tokens(text) == Analyzer().tokens(text)


@given(st.text(alphabet=st.characters(categories=["L"]), min_size=1, max_size=20))
def test_case_does_not_tell_words_apart_but_for_the_few_that_are_names(word: str) -> None:
    assert fold(fold(word)) == fold(word)


def test_threads_that_share_an_analyzer_find_the_same() -> None:
    text = " ".join(f"negotiating envoys переговоры word{n}" for n in range(300))
    expected = Analyzer().terms(text)
    shared = Analyzer()
    found: list[list[str]] = []
    threads = [threading.Thread(target=lambda: found.append(shared.terms(text))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [expected] * 4


@pytest.mark.parametrize(
    "pattern", ["a", "1", "1,", "1.", "a.", "'", "a'", "1:", "-", "a-", "é", "cease ", "\u0301", "1,111"]
)
def test_a_text_of_two_hundred_thousand_characters_is_analysed(pattern: str) -> None:
    # Done in time that is linear in the length; the square of it would not end within the patience of any test run.
    text = pattern * (200_000 // len(pattern))
    assert all(token.end <= len(text) for token in ANALYZER.tokens(text))


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("外交部长李明2025年3月12日在日内瓦会见了大使马克·雷纳。", "日内瓦"),
        ("下一轮会谈将于4月3日在维也纳举行。", "会谈"),
        ("次の協議は4月3日にウィーンで行われる。", "協議"),
        ("การเจรจาจะจัดขึ้นที่เวียนนา", "เจรจา"),
    ],
)
def test_scripts_without_spaces_are_found_by_two_letters(text: str, query: str) -> None:
    analyzer = Analyzer()
    assert set(analyzer.terms(query)) <= set(analyzer.terms(text))
    for token in analyzer.tokens(text):
        assert 0 <= token.start < token.end <= len(text)


def test_what_stands_in_a_run_without_spaces_keeps_its_own_terms() -> None:
    assert Analyzer().terms("李明2025年在NATO总部") == ["李明", "2025", "年在", "nato", "总部"]
