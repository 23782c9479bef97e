"""What people are of, as the text beside their names says it, and whose site a page is of."""

import pytest

from index.language.english.people.governments import government_of, land_of


@pytest.mark.parametrize(
    ("surname", "text", "land"),
    [
        (
            "Falk",
            "Remarks by President Lind and Prime Minister Oren Falk of the Republic of Sudria",
            "Republic of Sudria",
        ),
        ("Lind", "Remarks by President Lind and Prime Minister Oren Falk of the Republic of Sudria", ""),
        ("Brandt", "Norland’s foreign minister, Ilse Brandt, left early.", "Norland"),
        ("Sato", "Japanese Foreign Minister Ken Sato left early.", "Japanese"),
        ("Rask", "Remarks by President Lind and NATO Secretary General Mark Rask Before a Meeting", "NATO"),
        (
            "Moon",
            "Remarks by President Lind and H.E. Moon Jae-in, President of the Republic of Korea",
            "Republic of Korea",
        ),
        ("Brook", "Remarks by Vice President Ida Brook", ""),
    ],
)
def test_the_land_beside_a_name(surname: str, text: str, land: str) -> None:
    assert land_of(surname, text) == land


@pytest.mark.parametrize(
    ("address", "government"),
    [
        ("https://www.whitehouse.gov/briefings/1", "United States"),
        ("whitehouse.gov/remarks", "United States"),
        ("https://www.gov.uk/news", "United Kingdom"),
        ("http://en.kremlin.ru/events", "Russia"),
        ("https://www.reuters.com/world", ""),
        ("https://notgov.example", ""),
        ("The Harbour Post", ""),
        ("", ""),
    ],
)
def test_the_government_of_a_site(address: str, government: str) -> None:
    assert government_of(address) == government
