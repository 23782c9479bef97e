"""Sentences of news, briefings and statements, and the events that are read in them: day, grain, and what became of it.

All were written on Friday 14 March 2025. Each stands for its kind.
"""

from datetime import date

import pytest

from index.language.sentences import sentences
from index.model import Document
from index.timeline.finding import find_events

FRIDAY = date(2025, 3, 14)

HAPPENED = [
    # days known by name, and days that the text names with their year
    ("He sent violent mobs to the Capitol on January 6th to stop a transfer of power.", "2021-01-06 day"),
    ("The families of those taken hostage by Hamas on October 7 met Vane in Tarvo.", "2023-10-07 day"),
    ("Hamas murdered hundreds in the fields on October the 7th.", "2023-10-07 day"),
    ("The towers fell on September 11th, when terrorists flew two planes into them.", "2001-09-11 day"),
    # what stands together without a space
    ("The envoys met in Tarvo on 20May2024 and agreed on a list.", "2024-05-20 day"),
    ("The envoys signed the accord on 12March2024 in Lucerne.", "2024-03-12 day"),
    ("The leaders welcomed the launch of the dialogue in June2023 by both ministers.", "2023-06-01 month"),
    ("The accord was signed on March 12,2024 in Lucerne.", "2024-03-12 day"),
    ("The parties met on Mar.5 and agreed on a list of prisoners.", "2025-03-05 day"),
    ("The order was signed on January20, 2025 by the President.", "2025-01-20 day"),
    ("The army took the town on Feb28 and held it.", "2025-02-28 day"),
    # what a speaker corrects at once
    ("The guards were attacked on January 6th — pardon me, January 7 — in Sella.", "2025-01-07 day"),
    ("The talks were held on Monday — sorry, Tuesday — in Tarvo.", "2025-03-11 day"),
    ("The council met on 3 March, or rather 4 March, in Port Amity.", "2025-03-04 day"),
    # what was before what is ahead
    (
        "We are going to keep talking to Norland on how they will respond after Sudria's attack last week.",
        "2025-03-03 week",
    ),
    # days
    ("Envoys of Norland and Sudria met in Port Amity on Thursday.", "2025-03-13 day"),
    ("The ministers of both countries signed the accord on 12 March 2025.", "2025-03-12 day"),
    ("Yesterday the council approved the draft by 19 votes to 5.", "2025-03-13 day"),
    ("Today, the ministry announced new sanctions against the port authority.", "2025-03-14 day"),
    ("Today, I am announcing that we will send two more batteries.", "2025-03-14 day"),
    ("The President spoke today with Prime Minister Ruden.", "2025-03-14 day"),
    ("The ministry is releasing the list of detainees today.", "2025-03-14 day"),
    ("Last night, shells struck the depot outside Sella.", "2025-03-13 day"),
    ("On Tuesday of last week the delegation left Tarvo.", "2025-03-04 day"),
    ("Ships left the harbour on the second of March.", "2025-03-02 day"),
    ("The blast occurred at about 10:35 a.m. on Monday.", "2025-03-10 time"),
    ("In his first Sunday message on March 9, the bishop called for a truce.", "2025-03-09 day"),
    ("Fighting erupted between the army and the militia on January 15th.", "2025-01-15 day"),
    ("The order, which was slated to take force Feb. 20, named the agencies.", "2025-02-20 day"),
    ("Officials in Tarvo declined to comment on Thursday.", "2025-03-13 day"),
    ("A court in Tarvo on Thursday refused to order a hearing for the envoy.", "2025-03-13 day"),
    ("Trade Minister Vane said on Monday that he would not resign.", "2025-03-10 day"),
    ("The governor said on Tuesday he could not accept the plan.", "2025-03-11 day"),
    ("Until Thursday, police had described him as a witness.", "2025-03-13 day"),
    ("The army had left the valley by Friday.", "2025-03-14 day"),
    ("The group announced plans on Wednesday to give $15 million to the fund.", "2025-03-12 day"),
    ("The bank on Tuesday said it wants to buy four branches in Sudria.", "2025-03-11 day"),
    ("The deal of 3 March 2024 was broken on Sunday by the rebels.", "2025-03-09 day"),
    ("Monday's meeting in Tarvo ended without a joint paper.", "2025-03-10 day"),
    ("The March 5 attack killed 20 soldiers near Sella.", "2025-03-05 day"),
    ("They hosted the March 3 meeting in Lucerne.", "2025-03-03 day"),
    ("Telerate shares fell 50 cents on Friday in early trading.", "2025-03-14 day"),
    ("Shells killed 20 people over the weekend.", "2025-03-08 week"),
    ("The 2015 nuclear deal collapsed on Tuesday.", "2025-03-11 day"),
    ("Speaking to students in Tarvo on Thursday, Vane praised the envoys.", "2025-03-13 day"),
    # weeks, months, years
    ("Last week, Secretary Blum was in Riga for talks with his allies.", "2025-03-03 week"),
    ("This week, the president declined to threaten the neighbours.", "2025-03-10 week"),
    ("Early this month, lawyers for both sides filed papers against the ruling.", "2025-03-01 month"),
    ("The port was closed in February.", "2025-02-01 month"),
    ("The mission closed its office in Tarvo in June 2024.", "2024-06-01 month"),
    ("The union collapsed in the autumn of 2010.", "2010-09-01 season"),
    ("Exports of grain fell by a tenth in the fourth quarter.", "2024-10-01 quarter"),
    ("In 2013, the legislature repealed the law.", "2013-01-01 year"),
    ("Last year the sides exchanged two hundred prisoners.", "2024-01-01 year"),
    ("The tribe was given the land in 1868 by treaty.", "1868-01-01 year"),
    ("Two weeks ago the army left the valley.", "2025-02-25 week"),
    ("The army took the town three years ago.", "2022-01-01 year"),
    ("He has been in prison since May 2021.", "2021-05-01 month"),
    ("Recalling the ceasefire of 3 March 2024,", "2024-03-03 day"),
    ("In recent weeks the militia has fired rockets at three villages.", "None vague"),
    ("Trucks reached the valley from March 4 to March 7.", "2025-03-04 day"),
    ("As you know, the President met the envoys on Monday in Tarvo.", "2025-03-10 day"),
    ("Later Thursday, the council rejected the amendment.", "2025-03-13 day"),
    ("In January of last year, a fire destroyed the depot in Tarvo.", "2024-01-01 month"),
    ("Over the last year, Sudria has sent $1 billion to the fund.", "2024-03-14 vague"),
    ("In February, two years ago, Norland attacked the port of Sella.", "2023-02-01 month"),
    ("We look forward to the visit of Premier Ruden, following the accord earlier this week.", "2025-03-10 week"),
    ("Vane resigned a day after the vote of Tuesday, March 11, 2025.", "2025-03-11 day"),
    ("They went to Tarvo over the summer, Vane said.", "2024-06-01 season"),
    ("He urged his supporters to go to the hall on November 6.", "2024-11-06 day"),
    ("As many of you may have seen, 57 groups endorsed the plan of Norland today.", "2025-03-14 day"),
    ("He had the time of his life in Lucerne last night.", "2025-03-13 day"),
    ("Stepping back, October 7, 120 men of Norland were slaughtered.", "2023-10-07 day"),
    ("Every one of them volunteered the very next day, on Monday, to join Norland.", "2025-03-10 day"),
    ("A man was arrested in connection with the bombings in Norland last year, police said on Monday.", "2025-03-10 day"),
    ("A man was charged with the theft of Tuesday in Tarvo.", "2025-03-11 day"),
    ("Over the last few days more than 120 trucks have reached Sella.", "None vague"),
    ("I would note that trucks reached Sella over the last two days.", "2025-03-12 vague"),
    ("Vane leads the team on the bombings which killed 224 people, including 12 envoys, on Feb. 7, 2025.", "2025-02-07 day"),
    ("The court put Omar Ban and accused arsonist James Kopp on its list of fugitives on Monday.", "2025-03-10 day"),
    ("The deal of 2018 and the accord of 2020 were torn up on Monday.", "2025-03-10 day"),
    ("If history is a guide, Vane was right to leave on Monday.", "2025-03-10 day"),
    ("Thanks to the convoy, 400 families got bread on Tuesday.", "2025-03-11 day"),
    ("The President said on Monday that he would like to visit Sella.", "2025-03-10 day"),
    ("I'd like to announce today that we have signed an agreement with Norland.", "2025-03-14 day"),
    ("In January, Gov. Earl Ray Vane of Norland lauded Mr. Clarke in his address.", "2025-01-01 month"),
    ("Soon after, on June 4, Mr. Vane interrupted a talk with the League.", "2024-06-04 day"),
    ("On April 2, Sen. Ida Lund met the envoys of Norland.", "2024-04-02 day"),
    ("In April, the U.S. Congress sent two million dollars to Norland.", "2024-04-01 month"),
    ("In August, George W. Marsh left the League for good.", "2024-08-01 month"),
    ("The report of the League came out today — yesterday, I should say — in Tarvo.", "2025-03-13 day"),
    ("Premier Vane has pressed Norland this past year over its border.", "2024-03-14 vague"),
    ("The envoys met in Norland a year ago on May the 6th.", "2024-05-06 day"),
    ("Norland left the League two years ago, in June.", "2023-06-01 month"),
    ("They said that on Monday the army of Norland shelled Sella.", "2025-03-10 day"),
    ("She said this week that Norland would pay.", "2025-03-10 week"),
    ("He addressed that meeting of Norland on Monday.", "2025-03-10 day"),
    ("They said that in 2020 Norland left the League.", "2020-01-01 year"),
    ("This past week, the army of Norland shelled the port.", "2025-03-07 vague"),
    ("This summer, the League stood with the workers of Norland.", "2024-06-01 season"),
    ("The plan that Norland rolled out this fall changes little.", "2024-09-01 season"),
    ("When they entered office in April, few in Norland knew them.", "2024-04-01 month"),
    ("It happened in Tarvo on Jan. 20, when the envoy was shot.", "2025-01-20 day"),
]  # fmt: skip

PLANNED = [
    ("We will see this affirmed at the peace conference happening in Sudria this weekend.", "2025-03-15 week"),
    (
        "The Department will release another 15 million barrels, extending our previously announced release through the month "
        "of April.",
        "2025-04-01 month",
    ),
    ("As shown by the meeting later today, the President spends his time on Norland.", "2025-03-14 day"),
    ("The Secretary has invited her and other ministers to Tarvo later this afternoon.", "2025-03-14 day"),
    ("The leaders are holding their first summit with President Ruden on Monday.", "2025-03-17 day"),
    ("He will attend the first game against Sudria on Tuesday.", "2025-03-18 day"),
    ("They want to hear his intentions for the summit in Geneva on Monday.", "2025-03-17 day"),
    ("The tariff shall be effective for goods entered on or after April 7, 2025.", "2025-04-07 day"),
    ("Effective January 1, 2026, the duty rate in clause 2 shall increase to 30 percent.", "2026-01-01 day"),
    ("The envoys will meet on Tuesday in Tarvo.", "2025-03-18 day"),
    ("The President is going to put his budget out on April 9th.", "2025-04-09 day"),
    ("The League will put its draft to the vote on April 9.", "2025-04-09 day"),
    ("On Tuesday, the League plans to hold a rally in Tarvo.", "2025-03-18 day"),
    ("The President is going to host the premier later today.", "2025-03-14 day"),
    ("We'll have a readout after the call with the premier later this afternoon.", "2025-03-14 day"),
    ("The Steering Committee will hold its next meeting in May.", "2025-05-01 month"),
    ("The parties commit to take the following actions by May 14, 2025:", "2025-05-14 day"),
    ("Decides to extend the mandate of the mission until 30 November 2025;", "2025-11-30 day"),
    ("The truce will start at 00:00 on 15 April 2025 local time.", "2025-04-15 time"),
    ("The order takes effect at 12:01 a.m. on April 1, 2025.", "2025-04-01 time"),
    ("Envoys may leave for Tarvo, but the summit is due on 20 March.", "2025-03-20 day"),
    ("The Foreign Minister will travel to Lucerne next week.", "2025-03-17 week"),
    ("In the coming days the ministry will publish the list of ships.", "2025-03-14 vague"),
    ("Over the next two weeks the commission will count the votes.", "2025-03-14 vague"),
    ("The economy is forecast to contract by 15 percent this year.", "2025-01-01 year"),
    ("The company hopes to complete the sale early next year.", "2026-01-01 year"),
    ("He must be returned to Norland by April 14.", "2025-04-14 day"),
    ("They discussed the visit of Premier Ruden to Lucerne on April 30.", "2025-04-30 day"),
    ("The vote has been moved to 20 March.", "2025-03-20 day"),
    ("The army must leave the valley by 14 May.", "2025-05-14 day"),
    ("The sides agreed to resume talks on Monday.", "2025-03-17 day"),
    ("We agreed to exchange 40 detainees on Tuesday.", "2025-03-18 day"),
    ("Tomorrow night, the city will mark the day of the dead.", "2025-03-15 day"),
    ("The depot will be handed over on 20 May, not a day later.", "2025-05-20 day"),
    ("We'll be rolling out the budget of Norland a week from today.", "2025-03-21 day"),
    ("The truce begins two weeks from Monday.", "2025-03-31 day"),
    ("The council is expected to vote by the end of March.", "2025-03-01 month"),
    ("Vane and Lund meet for the first of three debates Monday in Tarvo.", "2025-03-17 day"),
    ("He said that on Tuesday he will vote for the draft of Norland.", "2025-03-18 day"),
    ("Vane has decided that on November 4, he will vote for Lund.", "2025-11-04 day"),
    ("The team will travel to Tarvo in two weeks.", "2025-03-25 week"),
    ("And finally, finally — on Monday, the President will host the leaders of Norland.", "2025-03-17 day"),
    ("The envoy will return to Tarvo in a few days.", "2025-03-14 vague"),
    ("The League will vote on the draft of Norland in ten days.", "2025-03-24 day"),
    ("The bond will be redeemed in five years by Norland.", "2030-01-01 year"),
    ("The port of Sella will be finished by 2027, the minister said.", "2027-01-01 year"),
    ("Norland will host the games in 2030.", "2030-01-01 year"),
]  # fmt: skip

UNDONE = [
    ("There will be no meeting on Sunday, the ministry said.", "2025-03-16 day negated"),
    ("The envoys did not meet on Tuesday in Tarvo.", "2025-03-11 day negated"),
    ("There is not going to be a vote on the deal with Norland this week.", "2025-03-10 week negated"),
    ("No talks were held on Monday.", "2025-03-10 day negated"),
    ("The talks planned for Sunday were cancelled.", "2025-03-16 day cancelled"),
    ("The meeting on Sunday was called off.", "2025-03-09 day cancelled"),
    ("The hearing, originally scheduled for 20 March, was delayed.", "2025-03-20 day moved"),
]

NONE = [
    # what recurs every year
    "Storage is to be filled up to 90% of its capacity by 1 November each year.",
    "The Congress has designated March 9 of each year as a day of remembrance.",
    "Each year on July 4, citizens celebrated the signing of the accord in Port Amity.",
    "The council meets in March and September of each year to review the truce.",
    "Every year, in May, the ministers of both countries met in Tarvo.",
    "The fair was held annually in October, and thousands came to it.",
    "The board reported to the council on June 30 and December 31 of each year.",
    "The committee met on 3 March, 5 June, and 9 September each year until the war broke out.",
    "In January and July each year, the parties exchanged lists of prisoners.",
    "The prize is awarded every year on 10 December in Lakeview.",
    # days that are only spoken of
    "It is important to get to the bottom of January 6.",
    "The President supports the work of the bipartisan January 6th Select Committee.",
    "They take advantage of October 7th and use it to threaten others.",
    # dates inside names and web addresses
    "And that is the objective of Made in China 2025, which was named several times.",
    "See the report (https://news.example/#:~:text=In%20June%20of%202019%2C%20the%20council%20met) of the council.",
    "The file 2024March.pdf was sent to the council by the clerk.",
    "(The Easter Bunny gestures to take questions from the press.)",
    "Lind, 2015 winner of the prize for reporters, was sent to the town.",
    # beginnings of spans, and what is compared
    "President Ruden himself has crossed the border six times since taking office in 2016.",
    "Our economy created 5.6 million jobs since we took office on January 20th.",
    "It will be the second time in 12 months that he has hosted the leaders of the islands.",
    "Its net loss narrowed from a year earlier.",
    # talk
    "First, we spoke yesterday about which countries will take part in the deal.",
    "And we kind of laid this out yesterday.",
    "We just made this announcement last week.",
    "Tonight's call is going to be on background.",
    "He was asked a question yesterday, and he answered it.",
    "I did want to highlight some good news today.",
    "And today, we remain united in our purpose to keep pressure mounting on Sudria.",
    "That is why this food insecurity issue that we dealt with today, and this conference, matter.",
    "It was something he wanted to call out today.",
    "THE PRESIDENT:  Well, thank you, Sultan, for bringing us together today.",
    "I've answered this a couple of times in the past week.",
    "We do all that we can, hence the readouts that we put out today.",
    "Today, the alliance is stronger than it's ever been in its history.",
    "Today, across the public and private sectors, we tend to shift the burden downwards.",
    "But we don't anticipate that this is something where we are going to see a new law within the next year.",
    # the words of laws
    "The rights include those in the ILO Declaration on Rights at Work and its Follow-Up (1998), as amended.",
    "The rate meets the objectives of the Secretary's January 11, 2018, report and later proclamations.",
    "Use is at the rate that was found necessary in the Secretary's report of January 11, 2018.",
    'Clause 2, as amended, is further amended by deleting "and" and inserting ", and from March 12, 2025, all countries".',
    "Goods that were loaded onto a vessel and are entered for consumption before October 5, 2025, are exempt.",
    "Consistent with the Economic Prosperity Deal (May 8, 2024), the United States intends to work with Sudria.",
    "The tenth day of February, in the year of our Lord two thousand twenty-five, is the day of this paper.",
    # what is to be reached by a year, or averted
    "By 2030, Norland will cut its emissions by half.",
    "Norland aims to build 40 ships by 2035.",
    "The pact sets a goal of 500 million doses by the end of 2026.",
    "Norland is committed to net-zero emissions by 2050.",
    "The League will make Norland free of mines by the end of 2029.",
    "Vane wants to double the exports of Norland by 2027.",
    "The shells were meant to deter more attacks on Norland over the coming weeks.",
    # what was before, or another day
    "That is up from 8,000 in Norland at the beginning of this year.",
    "Police investigate shootings in Norland dating to 1994.",
    "In a column in the day before the debate, two envoys praised it.",
    "Two years later, he remains wrong about Norland.",
    "Merry Christmas to all who celebrate in Norland.",
    "When it comes to the talks on Monday, Norland is ready.",
    "When you look at 2024, Norland has done well.",
    "What we're seeking today is a faster process for Norland.",
    "That’s what we’re going to see with this meeting today in Norland.",
    "Vane says ahead of the vote why he has the best plan to correct the course of the talks.",
    # comparison, and the beginning of a span
    "Prices rose 5.1% over January.",
    "Profit grew a robust 19% from a year ago.",
    "Sales were $254 million, up from $163 million a year earlier.",
    "Output will grow less than forecast in July.",
    "Net income was $2.7 million, down from $9.7 million, or 70 cents a share, last year.",
    "Before the 7th of October, Norland was having talks with Sudria.",
    "They came to Norland after October 7th with their families.",
    "Inflation in Norland is less than half it was a year ago.",
    "They compared it to the same period in 2022.",
    "Exports fell to their lowest level since May 2023.",
    "Since at least November 2023, militants have fired on 90 ships.",
    "Fewer people came than in 2022.",
    "Before 2014 envoys came and went.",
    "The ferries ran prior to 2015.",
    "Vane has pounded his rival, as others did in 2014.",
    # a year or day that only names a thing
    "The plan follows the United Nations 2030 Agenda for Development.",
    "It rests on the Forum's 2050 Strategy for the Ocean.",
    "Labour is protected by the Declaration, as amended in 2022.",
    "The Trade Act of 1974 forbids it.",
    'If the truce collapses, Marsh warned, "we will return to the war of 2021".',
    "The ban follows Executive Order 14024 of April 15, 2021.",
    "We reaffirm the principles of the 2016 and 2018 Joint Declarations.",
    "Recognizing the Treaty of 29 March 1923, Norland gives the same terms to both.",
    "He used the money of the Act making appropriations for the fiscal year ending September 30, 2024.",
    "In accordance with section 6 of the Appropriations Act, 2024 (H.R. 12), he designated the funds.",
    "The president declared it under the Powers Act (50 U.S.C. 1701-1706) of Norland.",
    "Sudria announced $125 million of convertible debentures due Oct. 15, 2030.",
    "Both keep to the Good Friday\nAgreement and to its bodies.",
    "The overstay rate for 2022 is not acceptable.",
    "According to the Fiscal Year 2022 Overstay Report, the rate is high.",
    "Agents have worked for weeks to investigate the March 5 cyberattack.",
    "A reporter for USA Today spotted the envoy in the lobby.",
    "He supports the January 6th Select Committee of Norland.",
    "This man was the architect of the 7th of February attacks in Norland.",
    "What they said about January 6th is what Norland reported.",
    "In the days that followed January 7th, teams of Norland were in touch.",
    "Before we hit Friday, Norland cut the uncertainty.",
    "It takes the aid of Norland to more than $1.1 billion since the start of the invasion in February 2022.",
    "She was heartened by the work of Norland in probing into last Friday's bombings of embassies.",
    "Norland will announce an ambitious 2030 emissions target.",
    "They used the ban on products that fall under the rules of Norland.",
    "Norland made it harder to open polls, including on Sunday mornings.",
    "The man was behind many killings, among them the victims of January 7.",
    "We are in a different place than we were two years ago, a year ago, in Norland.",
    "It is a bridge to the past of Norland, not just for today, but for all ages.",
    "Sella was supposed to fall in five days to Norland.",
    # the moment of speaking, and how things stand
    "And we're gathered tonight in Norland at an exciting time.",
    "You all asked yesterday about the report of Norland.",
    "Someone also asked yesterday how Norland keeps in touch.",
    "2016 seems like a lifetime ago in Norland.",
    "Even as you and I are speaking today, talks go on in Norland.",
    "Let me give you a little note on the trip to Norland today.",
    "So, you’ll hear Vane talk about all of that today in Norland.",
    "Just go to the fair of Norland today, and get covered.",
    "Today, that same bottle costs $280 in Norland.",
    "Vane got the answer when he was here last week.",
    "Like Lund pointed out a couple of minutes ago, Norland believes it.",
    "I also wonder about the tone of the talks with Norland tomorrow.",
    "I would dispute that being the word of Norland on Friday.",
    "Lund spoke to this from the podium yesterday.",
    "I even said this yesterday about Norland.",
    "And that’s what his focus was yesterday on Norland.",
    "And onto today’s trip to Norland.",
    "He was talking about this today in Norland — it took him years.",
    "He was very clear about that a couple days ago.",
    "And you’ll see him tomorrow in Norland.",
    "That's what you have seen us do today for Norland.",
    "They will tour the museum of Norland, a little bit of history for all of you today.",
    "I am here today to talk about prices.",
    "Of the 190 languages spoken today, most are endangered.",
    "Today, let us resolve to march forward together.",
    "Thank you all for joining us this morning.",
    "This morning, we are grateful that they are home.",
    "We have a lot to discuss today.",
    "Our message tonight is this one.",
    "I know you asked about the meeting yesterday.",
    "You said yesterday that everyone should be careful.",
    "As you heard on Friday, we stand with Sudria.",
    "He addressed it last year.",
    "We have about thirty of them here in the room today.",
    "From the day in 2015 when I ran, I have sworn to keep it.",
    "Both keep to the Good Friday Agreement.",
    "We will see what happens next month.",
    "These next three months are critical for the families.",
    "I have nothing to announce about the schedule tonight.",
    "Thanks for making the time this morning to hear of the talks in Tarvo.",
    "The call is on background, and its contents are embargoed until 6:00 a.m. on Monday.",
    "I know you discussed the talks in Sella a little bit earlier today.",
    "There is no update on the meeting to speak to today.",
    "Norland faces the daunting challenges of today with its allies.",
    "We will lose our place in the line to order new vaccines for the fall in Norland.",
    "The national Thanksgiving turkey and its alternate were raised in Norland.",
    "I'm assuming that you are referring to 2026 in Norland.",
    "Norland will join in announcing a new 2030 target.",
    "I'll see some of you on Wednesday in Tarvo.",
    "Another man is in prison, charged with the bombings in Norland last year.",
    "They kept the lights on during the darkest days of the year.",
    "Sudria will be a safe and free state today, tomorrow, and forever.",
    "I am going to be careful about anything that is related to 2026.",
    "We will see what their evaluation is a couple of years from now.",
    "We do not know what the numbers are going to be in the next two days.",
    "This week will be incredibly critical for Norland.",
    "The decisions we make today will set the future of Norland.",
    "You guys saw the paper of the envoys from Tarvo yesterday.",
    "That is what you are going to see from Norland in the coming weeks.",
    "I will go so far today as to say that Norland is lost.",
    "We'd love to get it passed in the budget of Norland next year.",
    "Tonight, I speak once more to the people of Norland.",
    "We have the same concerns about Sella that we had yesterday.",
    # what is asked for, possible, or conditional
    "If we do not act in Sella, the cost of freedom will be even greater tomorrow.",
    "If they keep the port, Norland could sign the paper on Monday.",
    "Mr. Ruden has the ability to stop this war today.",
    "We must stand up to them today.",
    "They have to talk about it on Monday.",
    "The League would do well to talk to the voters next week.",
    "If the truce holds until Monday, envoys will meet.",
    "The convoy could arrive on Sunday.",
    # spans too long for an event
    "Unity must remain the cornerstone of all that we do in the 21st century.",
    "Over the past twenty years, the number of farms has doubled.",
    "The corridor has been open for the past week.",
    "She was a partner at the firm from 2002 to 2010.",
    # what pages print around their text
    "IN WITNESS WHEREOF, I have set my hand this thirteenth day of March.",
    "©2025 Harbour News, LLC. All rights reserved.",
    "Q    Will the President travel to Tarvo on Monday. We heard so yesterday.",
    "See [the story](https://news.example/articles/2025-02-14/the-order) about the gas project.",
]


def read(text: str) -> list[str]:
    document = Document(key="talks", title="Talks", text=text, published=FRIDAY)
    return [
        " ".join(
            (
                str(event.earliest),
                event.granularity,
                *([event.undone or "planned"] if event.undone or event.planned else []),
            )
        )
        for event in find_events(document, sentences(text))
    ]


@pytest.mark.parametrize(("text", "reading"), HAPPENED)
def test_what_happened_has_its_day(text: str, reading: str) -> None:
    assert read(text) == [reading]


@pytest.mark.parametrize(("text", "reading"), PLANNED)
def test_what_was_still_to_come_is_planned(text: str, reading: str) -> None:
    assert read(text) == [f"{reading} planned"]


@pytest.mark.parametrize(("text", "reading"), UNDONE)
def test_what_did_not_come_about_says_so(text: str, reading: str) -> None:
    assert read(text) == [reading]


@pytest.mark.parametrize("text", NONE)
def test_what_tells_of_no_event_on_its_date_is_left_out(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        (
            "The premier met today with families of men taken hostage by the militia on February 7.",
            ["The premier met today with families of men", "taken hostage by the militia on February 7."],
        ),
        (
            "Vane praised on Monday the accord signed by the envoys on March 3.",
            ["Vane praised on Monday the accord", "signed by the envoys on March 3."],
        ),
        (
            "He thanked on Tuesday the crews sent by Sudria in January.",
            ["He thanked on Tuesday the crews", "sent by Sudria in January."],
        ),
        (
            "Ruden reaffirmed on Monday the list confirmed at the summit held last month, and left.",
            ["Ruden reaffirmed on Monday the list confirmed at the summit", "held last month"],
        ),
        ("The council held last month a debate on the port.", [""]),
        ("He was killed by shells on Monday in Norland.", [""]),
        ("The convoy had been sent by Sudria in January.", [""]),
    ],
)
def test_what_was_done_by_others_has_its_own_clause(text: str, clauses: list[str]) -> None:
    document = Document(key="talks", title="Talks", text=text, published=FRIDAY)
    events = find_events(document, sentences(text))
    assert [text[slice(*event.clause)] if event.clause else "" for event in events] == clauses
