"""Which texts are English, and that nothing is read into the others."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.language.dates import find_time_expressions
from index.language.english.telling import english_paragraphs, english_sentences, is_english
from index.language.sentences import paragraphs, sentences

FOREIGN = [
    "El canciller Álvaro Restrepo se reunió el 12 de marzo de 2025 en La Habana con el embajador Mark Reiner.",
    "Le ministre des Affaires étrangères a déclaré le 12 mars 2025 que les pourparlers reprendraient à Genève.",
    "Der Außenminister traf am 12. März 2025 in Wien den Botschafter und sprach mit ihm über die Waffenruhe.",
    "Il ministro degli Esteri ha incontrato il 12 marzo 2025 a Roma l'ambasciatore per parlare della tregua.",
    "O ministro das Relações Exteriores reuniu-se em 12 de março de 2025 com o embajador em Lisboa.",
    "De minister van Buitenlandse Zaken sprak op 12 maart 2025 in Den Haag met de ambassadeur.",
    "Minister spraw zagranicznych spotkał się 12 marca 2025 r. w Warszawie z ambasadorem.",
    "Dışişleri Bakanı 12 Mart 2025 tarihinde Ankara'da büyükelçi ile bir araya geldi ve ateşkesi görüştü.",
    "Министр обороны Сергей Лаптев 12 марта 2025 года встретился в Астане с послом Марком Рейнером.",
    "外交部长李明2025年3月12日在日内瓦会见了大使马克·雷纳。",
    "التقى وزير الخارجية السفير في 12 مارس 2025 في الدوحة.",
    "Utenriksministeren møtte ambassadøren 12. mars 2025 på Østerås før våpenhvilen begynte.",
]
ENGLISH = [
    "Foreign Minister Álvaro Restrepo met the ambassador in La Habana on 12 March 2025.",
    "Envoys of Norland and Sudria met in Port Amity on Thursday.",
    "Talks in Den Haag between De Wilde, Van den Berge and the ambassador of Côte d'Ivoire ended on Monday.",
    "Macron said in Paris that the talks with Zelenskyy would resume on 3 April.",
    "Ceasefire talks.",
]


@pytest.mark.parametrize("text", FOREIGN)
def test_what_is_not_english_is_told_and_no_date_is_read_into_it(text: str) -> None:
    assert not is_english(text)
    assert find_time_expressions(text, date(2025, 3, 14)) == ()


@pytest.mark.parametrize("text", ENGLISH)
def test_english_with_foreign_names_is_english(text: str) -> None:
    assert is_english(text)


def test_each_paragraph_is_told_by_itself_and_a_short_one_by_its_text() -> None:
    text = f"{FOREIGN[0]}\n\nDijo: no.\n\n{ENGLISH[0]}\n\n{FOREIGN[0]}"
    assert english_paragraphs(text) == [False, False, True, False]
    assert english_sentences(text, sentences(text)) == [False, False, True, False]
    found = find_time_expressions(text, date(2025, 3, 14))
    assert [text[item.start : item.end] for item in found] == ["12 March 2025"]


@given(text=st.text(max_size=300))
def test_any_text_is_one_or_the_other(text: str) -> None:
    assert isinstance(is_english(text), bool)
    assert len(english_paragraphs(text)) == len(paragraphs(text))
    assert len(english_sentences(text, sentences(text))) == len(sentences(text))
