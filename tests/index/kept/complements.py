"""Verbs before everything that may stand behind them, and clauses beside one another: what each verb reports."""

from collections.abc import Iterator

from index.language.english.reports.boundaries import end_of_report
from index.language.english.reports.complements import complement_of
from index.language.english.reports.reporting import find_reports
from index.language.english.speech.cues import SpeechClauses

VERBS = (
    "said", "has told pilots", "denied", "did not confirm", "ruled", "called", "warned", "agreed", "cast", "pushed", "pointed",
    "wants", "advised", "offered", "refused", "wrote", "held", "added", "announced", "rejected", "welcomed", "showed", "found",
    "asked", "wondered", "demanded", "suggested", "pressed", "would neither confirm", "declined to say", "is said to have said",
    "was happy to say", "defended", "thinks", "may say", "by offering", "avoided saying", "stopped short of saying",
)  # fmt: skip
COMPLEMENTS = (
    "that the port of Lomar was open",
    "the port was open to all",
    "that argument in a ruling",
    "that having left it was wrong",
    "on Monday that the port was open",
    "to the court that the port was open",
    "on the grounds that the port was open",
    "reports that the port was open",
    "reports on Monday that the port was open",
    "which reports that were wrong",
    "whether the port was open",
    "on whether the port was open",
    "how the port was open to all",
    "to open the port of Lomar",
    "to the host of the talks",
    "again to open the port",
    "pilots to open the port of Lomar",
    "in a letter to open the port",
    "a plan that would open the port",
    "the port a mistake",
    "him a very old friend",
    "out a plan for the port",
    "out that the port was open",
    "for a truce in Lomar",
    "for by the council",
    "of a new war in Lomar",
    "on a plan for Lomar",
    "doubt on the claim that ships left",
    "doubts on whether it left",
    "doubt on a plan that would open it",
    "back on a plan that would open it",
    "back on a new report of it",
    "it was false that a map had been signed",
    "it was true that a map had been signed",
    "there was no truth to the claim that ships left",
    "it",
    "so again",
    "having left the port",
    "something about the port",
    "something was wrong with the port",
    "no one was hurt at all",
    "that would open it",
    "that, in May, ships left it",
    "in an email that ships left",
    "in Lomar that ships left",
    "after the meeting she would go",
    ", also, that ships left",
    ", since that port is open, that ships left",
    "pilots of Lomar, who are old, would leave",
    "pilots also leave the port",
    "pilots leaves the port in May",
    "nor deny that ships left it",
    "or deny that ships left it",
    "the polls that showed a lead",
    "about 40 ships were lost there",
    "a deed as it is",
    "ships into the port",
    "their homeland with arms",
    "to sign the accord in May",
    "often to leave the port",
    "the port; ships had left",
    "ships had left, who are old",
    "ships had left, though it is unclear why",
    "ships had left, and Mara Lind said they were lost",
    "ships had left and denied that they were lost",
    "ships would leave and warned of a strike",
    "ships had left, adding that they were lost",
    "ships had left, while Mara Lind denied it",
    "ships had left, according to Mara Lind",
    "750,000 ships, 40,000 boats said so",
)

BESIDE = (
    "The report, about which Orsic says little, says that ships left.",
    "The report, in which Orsic says ships had left, was lost.",
    "The report, which Orsic says ships had left, was lost.",
    "He denied that Orsic says ships had left.",
    "The plan that Orsic says ships had left was lost.",
    "What Orsic says his plan would do is open the port.",
    "The man that Orsic says would leave stayed in Lomar.",
    "He said that that Orsic says is wrong.",
    "Orsic did more than Lind says he would do.",
    "Ships left, which Orsic said had been lost.",
    "If Orsic says that ships left, pilots would strike.",
    "Had Orsic said that ships left, pilots would strike.",
    "If anything, Orsic said that ships had left.",
    "If so, pilots say that ships had left.",
    "If the tide turns, Orsic said that ships would leave.",
    "Since Orsic announced the plan, pilots say that ships left.",
    "By asking the court to open the port, Orsic said that ships left.",
    "Speaking for pilots, Orsic said that ships had left.",
    "Nor did Orsic say that ships had left.",
    "At no point did Orsic say that ships had left.",
    "Neither Orsic nor Lind said that ships had left.",
    "Nobody said that ships had left.",
    "No pilot said that ships had left.",
    "Orsic has neither confirmed nor denied that ships had left.",
    "Orsic could change the rules or deny that ships left.",
    "Orsic will meet pilots, adding that ships left.",
    "Orsic met pilots, adding that ships left.",
    "Without confirming or denying that ships left, Orsic went.",
    "Orsic is blamed for saying that ships left.",
    "After the Minister finds that ships left, pilots strike.",
    "Ships left, Orsic said.",
    "Ships, Orsic said, left in May.",
    "Ships that left, Orsic said, were lost in May.",
    "Ships, Orsic announced a plan, left in May.",
    "As pilots left the hall, Orsic said, ships were lost.",
    "The port is shut, Orsic said, as pilots left the hall.",
    "Reports that ships had left were denied by Orsic.",
    "That ships had left was denied by Orsic.",
    "A plan that would open the port was denied by Orsic.",
    "Asked whether ships had left, Orsic declined to answer.",
    "Asked about whether ships left, Orsic did not directly say.",
    "Asked whether it, Orsic declined to answer.",
    "Pressed if ships had left, Orsic dodged the question.",
    "Say Orsic says that ships left.",
    "Orsic issued an early warning that ships left.",
    "Orsic's claim that ships had left was wrong.",
    "Orsic's claim is that ships had left.",
    "Orsic raised the fear that ships had left.",
    "According to Orsic, ships had left the port.",
    "According to Orsic ships had left the port.",
    "Unconfirmed reports, Orsic said, told that ships left.",
    "Orsic allegedly said that ships had left.",
    "The success of the Union shows that ships left.",
    "A survey of pilots shows that ships left.",
    "Efforts in the Assembly say that ships left.",
    "The fears in the Assembly of pilots said that ships left.",
    "The plan of the Assembly said that ships left.",
    "The first said that ships had left.",
    "The First Lady said that ships had left.",
    "Something said that ships had left.",
    "The bank's chief said that ships had left.",
    "They, Orsic and Lind said that ships had left.",
)


def complements() -> Iterator[str]:
    """Yield for each verb which complement it takes of all, where it is negated and where not, and what is reported by it; then
    what is reported in clauses that stand beside one another."""
    for verb in VERBS:
        yield f"# Orsic {verb}"
        for complement in COMPLEMENTS:
            text = f"Orsic {verb} {complement}.".replace(" ,", ",")
            found = SpeechClauses(text, 0, len(text))
            told = [f"{_complement(found, negative)}" for negative in (False, True)]
            reports = _reports(found)
            if any(told) or reports:
                yield f"  {complement}: {told[0]}{f' | {told[1]}' * (told[0] != told[1])}; {reports}"
    for text in BESIDE:
        yield f"# {text}"
        yield f"  {_reports(SpeechClauses(text, 0, len(text))) or 'nothing'}"


def _complement(found: SpeechClauses, negative: bool) -> str:
    for number, cue in enumerate(found.cues):
        if cue.subject is not None and not cue.inverted and cue.tag in "VJBPGKLM":
            held = complement_of(found, cue, end_of_report(found, number), negative)
            if held is not None:
                kind, cue_end, content, verb = held
                return f"{verb} {kind} {cue_end} {content[0]}-{content[1]}"
    return ""


def _reports(found: SpeechClauses) -> str:
    return " / ".join(
        f"{' '.join(found.words[slice(*one.subject)])} {one.manner.stance}"
        f"{' if' * (one.manner.condition is not None)}{' hearsay' * one.manner.hearsay}"
        f" [{' '.join(found.words[slice(*one.manner.cue)])}] {' '.join(found.words[slice(*one.content)])}"
        for one in find_reports(found)
    )
