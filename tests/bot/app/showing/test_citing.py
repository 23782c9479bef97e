from datetime import date

from bot.app.showing.citing import day_beside, publisher_beside
from index.model import Citation


def citation(title: str, publisher: str | None) -> Citation:
    return Citation(1, title, publisher, date(2025, 3, 14), 1, None, "0" * 16, place="14 March 2025, 10:05")


def test_what_stands_beside_already_is_not_said_again() -> None:
    chat = citation("Ostvale MFA, 14 March 2025", "Ostvale MFA")
    assert publisher_beside(chat) == ""
    assert day_beside(chat, chat.title) == ""
    blog = citation("Talks live", "The Gull")
    assert publisher_beside(blog) == "The Gull"
    assert day_beside(blog, blog.title) == "14 March 2025"
    assert day_beside(blog, blog.title, blog.place or "") == ""


def test_what_is_not_known_is_nothing() -> None:
    assert publisher_beside(citation("Talks", None)) == ""
