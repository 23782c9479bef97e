"""Two people stay two, and one person with several spellings is one: names with their roles, as documents give them."""

import pytest

from index.language.english.people.genders import Gender
from index.language.tokens import Analyzer
from index.quotations.speaker_groups import group_speakers
from index.quotations.speakers import SpeakerKeys, known_speakers
from index.quotations.storage import SpeakerCount

KEYS = SpeakerKeys(Analyzer())
GENDERS: dict[str, Gender] = {"Mr": "he", "Mrs": "she", "Ms": "she"}
APART = """
Derrick Olmsted, rail union president | Olmsted, Speaker
Derrick Olmsted, union president | Lena Olmsted, Speaker
Olmsted, rail union president | Olmsted, Speaker
Mr. Olmsted, mayor | Olmsted, Speaker
Joe Brandt, Senator | Jane Brandt, Senator
J. Brandt, senator | Karl Brandt, senator
Ahmed Hassan, prime minister | Hassan Ahmed, spokesman
Ida Brook, spokeswoman | I. Brook, goalkeeper
Paul Winter, senator | Paula Winter, senator
Anton Greve, governor | Anton Grave, doctor
Kim Jong Un, leader | Kim Yo Jong, sister
Park Geun-hye, president | Park Chung-hee, president
Mohammed Salman, crown prince | Mohammed Zayed, president
Mr. Lind | Mrs. Lind
Robert Kessler, secretary | Roberta Kessler, secretary
Viktor Malin, aide | Viktoria Malin, aide
Lena Ashby, representative | Leon Ashby, representative
Maria Silva, minister | Mario Silva, minister
Alexander Orlov, general | Alexandra Orlova, analyst
Salim Battashi, mediator | Salma Battashi, lawyer
Karim Nasser, minister | Nasser Karim, general
Park Min-jun, envoy | Park Min-seo, minister
George W. Holt, President | George H. W. Holt, former President
George H.W. Holt, President | George W. Holt, President
John Kerr, senator | John Kerr, goalkeeper
Michael Braun, economist | Michael Braun, defense minister
Ali Hassan, rebel commander | Ali Hassan, health minister
Donald Drum, President | Donald Drum Jr., businessman
Donald Drum Jr. | Donald Drum, President
Mr. Brook, President | Michelle Brook, First Lady
Ms. Holt | Bill Holt, former President
Zhang Wei, spokesman | Zhang Li, trade envoy
Tim Scott, Senator | Rick Scott, Senator
Raul Marin, President | Fidel Marin, President
Rand Holt, Senator | Ron Holt, former Congressman
Lech Orlov, president | Jaroslaw Orlov, party leader
Wang Jun, Foreign Minister | Wang Wenbo, spokesman
Nawaz Karim, former prime minister | Shehbaz Karim, prime minister
Ali Hamidi, supreme leader | Ruhollah Hamadani, founder
Li Keming, Premier | Li Ming, Premier
John Brook, Senator | Cindy Brook, ambassador
Harbour Council | Council
Bay leaders | Leaders
Park, General | Park, Foreign Minister
"""
ONE = """
Yulia Svir, minister | Yuliia Svir, Economy Minister
Benjamin Talan, prime minister | Binyamin Talan
Volodymyr Zelenskyy, president | Vladimir Zelensky, Ukrainian president
Joe Brandt, senator | Joseph Brandt, Senator
Joseph R. Brandt, president | Joe Brandt, President
J. Brandt, senator | Joseph Brandt, senator
Brandt, Senator | Joe Brandt, Senator
Abbas Araghchi, foreign minister | Abbas Araqchi, Iranian foreign minister
Sergei Lavrov, foreign minister | Sergey Lavrov, Russian foreign minister
Muhammad Karimi, envoy | Mohammed Karimi, envoy
Ursula von der Linden, president | von der Linden, president
Yusuf Haddad, minister | Yousef Haddad, minister
Yuri Falk, spokesman | Iurii Falk, palace spokesman
Dmitry Malin, aide | Dmitri Malin, presidential aide
Alexander Orlov, general | Aleksandr Orlov, general
Mike Walz, adviser | Michael Walz, national security adviser
Bill Hart, secretary | William Hart, Secretary
Moqtada Sadr, cleric | Muqtada Sadr, cleric
Oleksiy Reznik, minister | Oleksii Reznik, defense minister
Jean-Pierre, press secretary | Karine Jean-Pierre, Press Secretary
Steve Holt, envoy | Steven Holt, special envoy
Recep Tayyip Aydin, president | Recep Aydin, president
Khalid Nasser, minister | Khaled Nasser, minister
Mohammad Javad Zarif, foreign minister | Javad Zarif, Iranian foreign minister
Tayyip Aydin, Turkish President | Recep Tayyip Aydin, president
Joseph R. Brandt Jr., President | Joe Brandt, President
Joseph R. Brandt Jr., President | Brandt, U.S. President
Kyrylo Malin, intelligence chief | Kirill Malin, head of intelligence chiefs
Xi Jinping, president | Xi, Chinese President
Muammar Gaddafi, leader | Moammar Gadhafi, Libyan leader
Bernie Ashby, Sen. | Bernard Ashby, senator
Emmanuel Marchand, president | Mr. Marchand
Jens Holten, secretary general | Mr. Holten
Sergei Shoylu, defence minister | Sergey Shoilu, Norlandish defense minister
Abdul Fattah al-Burqan, general | Abdel Fattah al-Burqan, general
Aleksandar Vukic, president | Aleksandar Vukić, Sudrian President
J. D. Lund, Vice President | JD Lund, Vice President
Liz Trask, Prime Minister | Elizabeth Trask, Prime Minister
Faisal bin Farhad, foreign minister | Prince Faisal bin Farhad, foreign minister
Hossein Amir-Abdollah, foreign minister | Hossein Amirabdollah, foreign minister
Ban Ki-moon, Secretary-General | Ban Ki Moon, U.N. Secretary-General
Yoon Suk Yeol, president | Yoon Suk-yeol, South Korean President
John Kerr, goalkeeper | John Kerr
Mohamed Morsi, president | Mohammed Mursi, Egyptian president
Alyaksandr Lukashenka, president | Alexander Lukashenko, president
Nicolas Marquez Soto, president | Nicolas Marquez, President
Luiz Lula da Silva, president | Lula, Brazilian president
Abdel Fattah al-Sisi, president | Abdel-Fattah el-Sissi, Egyptian President
"""


def pairs(table: str) -> list[str]:
    return table.strip().splitlines()


def speakers_of(pair: str) -> int:
    counts = []
    for described in pair.split(" | "):
        name, _, role = described.partition(", ")
        title, _, surname = name.partition(". ")
        gender = GENDERS.get(title)
        key = KEYS.key(surname if gender else name, person=True, role=role or None, gender=gender)
        counts.append(SpeakerCount(key, surname if gender else name, role or None, 1, 1))
    return len(group_speakers(counts))


@pytest.mark.parametrize("pair", pairs(APART))
def test_two_people_stay_two(pair: str) -> None:
    assert speakers_of(pair) == 2


@pytest.mark.parametrize("pair", pairs(ONE))
def test_one_person_is_one(pair: str) -> None:
    assert speakers_of(pair) == 1


def test_the_tables_hold_twenty_pairs_each() -> None:
    assert min(len(pairs(APART)), len(pairs(ONE))) >= 20


def test_several_together_are_nobodys_fuller_name() -> None:
    names = ("Germany", "France and Germany", "Tessaly", "Marovia, Tessaly & Orm")
    counts = [SpeakerCount(KEYS.key(name, person=False), name, None, 1, 1) for name in names]
    assert len(group_speakers(counts)) == len(names)


def test_two_named_together_are_neither_of_them_though_taken_for_a_person() -> None:
    names = ("Joseph R. Biden", "Biden", "Yoon and Joseph R. Biden", "Yoon", "Biden and Kishida", "Kishida")
    counts = [SpeakerCount(KEYS.key(name, person=True), name, "President", 1, 1) for name in names]
    groups = {frozenset(group.names) for group in group_speakers(counts)}
    assert groups == {
        frozenset({"Joseph R. Biden", "Biden"}),
        *(frozenset({name}) for name in names[2:]),
    }


@pytest.mark.parametrize("typed", ["Mr Pin", "mr. pin", "Ms. Pin", "Dr Pin", "Pin"])
def test_a_courtesy_title_is_no_part_of_a_name(typed: str) -> None:
    names = ("Pin", "Ada Lind")
    groups = group_speakers([SpeakerCount(KEYS.key(name, person=True), name, None, 1, 1) for name in names])
    assert [group.speaker.name for group in known_speakers(groups, KEYS, typed)] == ["Pin"]
