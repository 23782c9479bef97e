"""Questions in languages whose grammar is not read: their words are found, and what asks is no name."""

from collections.abc import Iterator

import pytest

from index import Document, Index

TOLD = {
    "zh": "李明说，他们不会签署协议。\n\n下一轮会谈将于四月三日在维也纳举行。双方同意将火炮后撤三十公里。",
    "es": "La próxima ronda de conversaciones se celebrará el 3 de abril en Viena. El canciller se reunió con el embajador.",
    "ru": "Следующий раунд переговоров состоится 3 апреля в Вене. Стороны договорились отвести артиллерию.",
}


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Index]:
    with Index.open(tmp_path_factory.mktemp("languages") / "parley.db", reader=False) as opened:
        opened.add_documents(Document(key=key, title=key, text=text) for key, text in TOLD.items())
        yield opened


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("下一轮会谈什么时候举行", "下一轮会谈将于四月三日"),
        ("下一轮会谈将于何时举行?", "下一轮会谈将于四月三日"),
        ("下一轮会谈在哪里举行", "下一轮会谈将于四月三日"),
        ("双方同意什么", "后撤三十公里"),
        ("¿Cuándo se celebrará la próxima ronda?", "el 3 de abril"),
        ("Когда состоится следующий раунд переговоров?", "3 апреля"),
    ],
)
def test_a_question_is_answered_in_its_own_language(index: Index, question: str, words: str) -> None:
    answer = index.ask(question)
    assert answer.answered, answer.reason
    assert words in answer.excerpts[0].text


def test_what_is_missing_is_told_in_whole_words(index: Index) -> None:
    assert index.ask("会谈中断贸易战").missing == ("中断贸易战",)
    assert not index.ask("谁参加了贸易战").answered
