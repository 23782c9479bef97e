"""Words that say on which side of the day of writing a date lies: of plans, of what is over, of what is called off."""

from index.language.dates.rules.lexicon import DAY_OFFSETS, MONTHS, WEEKDAYS

FUTURE = frozenset(
    "will shall ll would scheduled schedule schedules due expected expects plans planned plan planning upcoming slated "
    "until till deadline expire expires begins resume resumes payable effective maturing soon postponed delayed "
    "please set convene convenes expect hope hopes intends aims supposed expecting poised".split()
)
WILL = frozenset("will shall ll".split())
ARRANGED = frozenset("scheduled due expected planned slated set supposed poised".split())
"""Words of a plan that may be an old one: "was slated to take force Feb. 20"."""
WERE = frozenset("was were been had originally previously".split())
ONCE = frozenset("had been originally previously".split())
EXPECTED = frozenset(
    "expect expects expected expecting set due scheduled slated planned will is are want wants hope hopes agreed".split()
)
"""Before "to be released Monday", what tells that it is still to come."""
SHALL = frozenset(("will", "would", "ll"))
"""Right behind a date that is the subject: "said Monday would be a day of prayer"."""
TIMETABLE = frozenset(
    "end leave leaves depart departs arrive arrives lands returns go goes starts begin opens closes ends reopen reopens "
    "reconvene reconvenes meet meets visits travels votes hosts sign signs stays moves gathers sits decides "
    "return fly flies sail sails hears".split()
)
"""Verbs whose present tells of what is arranged for a day: "the convoy leaves on Saturday"."""
NO_TIMETABLE = frozenset(
    "to not the a an its their his her this that of by in at on no did does do could can may might would and or".split()
)
LASTING = frozenset("end ends expire expires run runs close closes".split())
OF_WHAT_WENT_BEFORE = frozenset("that which".split())
"""Before a verb in the present that tells until when something lasts: "consultations that end on Sept. 6"."""
NOT_DONE = frozenset("not t".split())
DID = frozenset("did didn could couldn".split())
"""Before an infinitive that tells of the past: "did not take place on Thursday"."""
LAST = frozenset("run runs".split())
"""Before "out": what there is no more of on a day that is ahead."""
TAKES = frozenset("effect office force over place".split())
ENTERS = frozenset("enter enters come comes".split())
IN_FORCE = frozenset("force effect operation".split())
"""Behind "enters into": what is in force from a day that is ahead."""
AS_EARLY = frozenset("early soon late".split())
SOON_AFTER = frozenset("after afterward afterwards followed became".split())
"""Behind "soon", which then says nothing of what is ahead: "soon after Election Day"."""
PLANS = frozenset("plan plans schedule schedules".split())
"""Verbs of a plan, and nouns where a verb of the past stands before: "announced plans this week"."""
BEFORE_A_NOUN = frozenset("the a an this that his her its their our your any no s ’s new peace joint".split())
"""Words behind which "plan" is a thing: "endorsed the plan on Tuesday"."""
COMING = frozenset(
    "come comes came coming go goes went gone going get gets got bring brings brought be been was were is are am fly flew "
    "send sends sent call called pull pulled push pushed step stepped welcome welcomed head heads headed take took move "
    "moved".split()
)
"""Before "back", whose place then is meant: "will come back in May"."""
STARTING = frozenset("beginning starting effective".split())
"""Before "in" and a date, what the verb behind tells of: "announced that, beginning in May, they will need a pass"."""
AIMS = frozenset("plans plan hopes intends aims expects is are".split())
WOULD_SAY = frozenset(
    "also just note say add argue like point remind stress think imagine guess hope highlight".split()
)
"""After "would", what is said now: "I would note that"."""
MUST = frozenset(
    "must should asked told ordered required urged expect want wants need needs demand demands demanded".split()
)
BY = frozenset("by before".split())
"""Before the end of a time that somebody is given: "must be returned by Jan. 14"."""
LIKELY = frozenset("likely unlikely certain sure bound".split())
"""Before "to" and what is foreseen: "is likely to be worst on Tuesday"."""
EXTENDED = frozenset(
    "extended moved adjourned postponed delayed rescheduled deferred off pushed back forward shifted changed".split()
)
"""Verbs that set another day: "extended to Nov. 20 its offer", "put off to Nov. 20", "brought forward to Nov. 12"."""
CALLED_OFF = frozenset(
    "cancelled canceled postponed delayed moved pushed rescheduled called put brought confirmed deferred scrapped shifted".split()
)
"""What is done with a meeting before its day as well as behind it: "the vote on 14 April has been called off"."""
CANCELS = frozenset("cancelled canceled cancelling canceling scrapped".split())
DIRECTING = frozenset("telling urging asking ordering instructing inviting advising warning calling".split())
"""Who is told to do something on a day, beside the verb of the clause: "shared a message telling them to march on Sunday"."""
INVITED = frozenset("invited invite invites inviting".split())
INVITED_FOR = frozenset(("for", "to"))
SAID_ONCE = frozenset(
    "speech statement letter report remarks interview order ruling decision memo address".split()
)
"""Before "from" and a month, what was said in it: "builds on the Secretary's speech from November"."""
GETTING = frozenset("get gets getting have having want wants need needs".split())
"""Verbs with which somebody has a thing done: "to get more people vaccinated by July 4th"."""
SAYING = frozenset("saying adding telling arguing warning citing calling noting".split())
"""Behind a date, what somebody says at a deed that is then done: "decided to step in on Monday, saying that"."""
CALLED = frozenset("arranged called calls booked fixed announced convened summoned declared proposed".split())
"""Verbs with which something is arranged for a day of the week: "called a strike for Monday"."""
SPOKEN_OF = frozenset(
    "discussed welcomed previewed confirmed mentioned noted praised reviewed announced".split()
)
OCCASIONS = frozenset(
    "visit meeting summit trip talks election vote hearing conference session round deadline".split()
)
"""What may be spoken of before it is held: "discussed the visit to Lucerne on April 30"."""
GOING = frozenset("going about".split())
TO_HAPPEN = frozenset("happening occurring".split())
"""What is told of a day that is named, and not of today: "the conference happening in Lucerne this weekend"."""
PAST = frozenset(
    "said was were had did has have been since told met took came went began found won lost rose fell held got gave made "
    "saw left led sent says spoke wrote became brought broke fought sought struck shot drove flew grew knew kept paid put "
    "sat stood swore thought threw understood withdrew bore caught chose hit laid meant read rode sank sang "
    "sold spent stole taught wore wound arose awoke overthrew undertook heard felt built bought dealt drew fled".split()
)
SAID = frozenset(
    "announced confirmed reported told ordered rejected approved signed called warned urged denied".split()
)
"""Verbs in "-ed" that need no subject beside them: "the court on Monday ordered"."""
SET_OFF = frozenset("off up out aside fire foot free himself herself itself themselves ablaze alight".split())
ENDS = frozenset("until till before".split())
PRESENT_PASSIVE = frozenset("is are being".split())
COMMITS = frozenset("agreed agree promised pledged vowed decided committed offered".split())
"""Verbs with which a later deed is agreed on: "agreed to exchange detainees on Friday"."""
BEFORE_INFINITIVE = frozenset("ll will shall to must may please".split())
"""Behind these stands no verb of the past, though it look like one: "is going to put", "will have"."""
ADVERBS = frozenset("still yet newly recently so".split())
DETERMINERS = frozenset("a an the".split())
MARKS = frozenset("marks begins starts opens sees brings".split())
"""Right behind a date that is the subject: "this Sunday marks one year since the attack"."""
ARE = frozenset(("is", "are"))
AM = frozenset("is are am s re m".split())
SOMEBODY = frozenset("he she it who".split())
GOING_THERE = frozenset(
    "going traveling travelling visiting meeting hosting flying heading speaking welcoming convening holding leaving".split()
)
"""What is arranged for a weekday by being told in the present."""
OUGHT = frozenset("should might could".split())
"""Before what is done on neither side: "said that it should end in mid-June"."""
TELLING = frozenset("set would is are ahead take takes".split()).union(
    OUGHT,
    TO_HAPPEN,
    PLANS,
    ENDS,
    FUTURE,
    GOING,
    TIMETABLE,
    ENTERS,
    LAST,
    LASTING,
    AS_EARLY,
    MUST,
    EXTENDED,
    CALLED,
    COMMITS,
    LIKELY,
    CANCELS,
    DIRECTING,
    INVITED,
    PAST,
)
"""Words before a date that may say on which side it lies, beside those in "-ed"."""
CLAUSE_OPENERS = frozenset("on in at by from during over early late earlier later".split()).union(
    MONTHS, WEEKDAYS, DAY_OFFSETS
)
"""Words behind "that" with which a date begins, unlike "that event on Saturday"."""
OF_A_SPAN = frozenset("through the month end of early late mid".split())
"""Words between "through" and the month that ends a span: "through the month of December"."""
