"""What people say to one another in a channel, and terse questions that are none of it."""

import pytest

from index.language.english.asking.banter import banter
from index.language.english.asking.chat import small_talk


@pytest.mark.parametrize(
    "text",
    """gm everyone|anyone up|lmaooo no way|thats crazy|what do you think about me|sorry wrong channel|who's the mod here
    |what's the server ip
    |can someone boost the server|first|f in the chat|be right back|what should i eat tonight|wanna play a game|the bot is drunk
    |hello?? anybody??|same|who wants to join vc|rip|lets gooo|this bot is actually useful|ok boomer|where are the admins
    |how do i get the member role|that's what she said|how many members does this server have|is this the right channel
    |never mind, found it|how was your weekend|my internet is so bad today|happy friday everyone|sounds about right""".replace(
        "\n    ", ""
    ).split("|"),
)
def test_people_talk_to_one_another(text: str) -> None:
    assert small_talk(text) in ("about the bot", "greeting", "thanks")


@pytest.mark.parametrize(
    "text",
    """i dont get it|try again|source pls|whats the point|any idea when|did they or didnt they|any proof?|which year?
    |how did that go
    |what did they do|the latter|is there more""".replace("\n    ", "").split("|"),
)
def test_what_names_nothing_is_asked_back(text: str) -> None:
    assert small_talk(text) == "names nothing"


@pytest.mark.parametrize(
    "text",
    """mou text?|9/11 what happened|iran deal?|who's in doha|gaza truce|griner|start date of the yemen truce|who is kirby
    |steel tariffs
    |what is aukus|when is the next summit|cop27|whats new start|quad members|rafah|the truce|GM layoffs|GM|who freed griner
    |second round geneva|good friday agreement|can the g7 seize assets|F-16 when|first lady meeting|role of the un
    |rules of engagement israel
    |links between iran and houthis|evidence of chemical weapons|summary of the quad summit|which side broke the truce
    |which year was the truce|how bad is the famine in sudan|the latter stages of the talks|neither side accepted?
    |wait times at the border|back channel with iran|invite to the summit|this week in gaza|one more round of talks?
    |bot farm sanctions|server attack china|who banned the bots""".replace("\n    ", "").split("|"),
)
def test_a_terse_question_is_none_of_it(text: str) -> None:
    assert banter(text) is None
    assert small_talk(text) is None
