import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.language.english.people.cast import Cast
from index.language.english.people.person import Resolved
from index.language.sentences import sentences

ARTICLE = """Norland President Ilse Brandt met the envoy of Sudria on Monday.

Harbour spokesman Pavel Orsic said the port was open. Orsic added that pilots were on duty. He left at noon.

Mara Lind, the chief negotiator of Sudria, spoke after the meeting. Anton Lind, her brother, did not.

The Norland leader thanked the pilots. The spokesman declined to say more. Officials of both countries met.

They went home. The White House said nothing. The two sides will meet again.
"""


def resolve(words: str, text: str = ARTICLE) -> Resolved:
    start = text.rindex(words)
    return Cast(text, sentences(text)).resolve(start, start + len(words))


def test_a_surname_is_the_person_named_in_full_with_the_role() -> None:
    assert resolve("Orsic") == Resolved("Pavel Orsic", "Harbour spokesman", True)


def test_a_name_with_its_title_is_the_person() -> None:
    assert resolve("Norland President Ilse Brandt") == Resolved("Ilse Brandt", "Norland President", True)


def test_the_role_may_stand_after_the_name() -> None:
    assert resolve("Mara Lind") == Resolved("Mara Lind", "chief negotiator of Sudria", True)


def test_two_people_of_one_surname_are_two() -> None:
    assert resolve("Anton Lind").name == "Anton Lind"
    assert resolve("Mara Lind").name == "Mara Lind"


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("The Norland leader", "Ilse Brandt"),
        ("The spokesman", "Pavel Orsic"),
        ("He", "Pavel Orsic"),
    ],
)
def test_roles_and_pronouns_are_resolved_where_the_text_makes_it_plain(words: str, name: str) -> None:
    assert resolve(words).name == name


def test_they_are_the_plural_subject_before() -> None:
    assert resolve("They").name == "Officials of both countries"


def test_what_is_not_plain_stays_as_the_text_says_it() -> None:
    assert resolve("The two sides") == Resolved("the two sides", None, False)
    assert resolve("he", "A man came in, and he said no.") == Resolved("he", None, False)


def test_a_body_is_named_without_its_article() -> None:
    assert resolve("The White House").name == "White House"


def test_a_leader_of_another_country_is_not_meant() -> None:
    text = "Norland President Ilse Brandt spoke. The Sudrian leader did not answer."
    assert not resolve("The Sudrian leader", text).named


@given(st.text(max_size=80), st.data())
def test_any_words_of_any_text_are_resolved_to_something(text: str, data: st.DataObject) -> None:
    filled = [place for place, char in enumerate(text) if not char.isspace()]
    if not filled:
        return
    start = data.draw(st.sampled_from(filled))
    end = data.draw(st.integers(start + 1, len(text)))
    assert Cast(text, sentences(text)).resolve(start, end).name


def test_a_name_that_a_line_break_parts_is_one_name() -> None:
    text = "The\nPresident confirmed it. Chancellor Ilse\nBrandt agreed.  He urged the envoys to sign."
    cast = Cast(text, sentences(text), ["The\nPresident"])
    assert cast.resolve(text.index("He urged"), text.index("He urged") + 2).name == "Ilse Brandt"
    assert cast.resolve(text.index("Ilse"), text.index(" agreed")).name == "Ilse Brandt"


def test_a_pronoun_after_a_title_that_a_line_break_parts_is_nobody() -> None:
    text = "The\nPresident confirmed the entire\nagreement.  He affirmed the coming days. \n\n"
    assert resolve("He", text) is None or not resolve("He", text).named


@pytest.mark.parametrize(
    ("text", "pronoun", "name"),
    [
        (
            "Governor John Adler met Susan Wray in the capital. She said the road would open.",
            "She",
            "Susan Wray",
        ),
        ("Susan Wray, the lawyer, met Governor John Adler. He said the road would open.", "He", "John Adler"),
        ("Mara Lind was appointed in May. Her deputy, Tom Brice, resigned, she wrote.", "she", "Mara Lind"),
        ("Spokeswoman Orla Quint met Envoy Rowan Ashby. He left.", "He", "Rowan Ashby"),
        ("Governor John Adler spoke. She left.", "She", "She"),
    ],
)
def test_a_pronoun_is_nobody_of_the_other_gender(text: str, pronoun: str, name: str) -> None:
    start = text.rindex(f"{pronoun} ")
    assert Cast(text, sentences(text)).resolve(start, start + len(pronoun)).name.lower() == name.lower()


def test_initials_and_juniors_are_people_of_their_own() -> None:
    text = "George H. W. Holt and George W. Holt met Sam Orr and Sam Orr Jr. in May. Orr Jr. spoke."
    cast = Cast(text, sentences(text))
    for name in ("George H. W. Holt", "George W. Holt", "Sam Orr Jr."):
        assert cast.resolve(text.index(name), text.index(name) + len(name)).name == name
    assert cast.resolve(text.rindex("Orr Jr."), text.rindex(" spoke")).name == "Sam Orr Jr."
