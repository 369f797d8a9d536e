from __future__ import annotations

import pytest

from workbench.kinds import read_text
from workbench.readers.plain import find_blocks


def speakers(text: str) -> list[str | None]:
    return list(read_text(text, tuple(find_blocks(text))).speakers.of_quotations)


def reported(text: str, words: str) -> str | None:
    start = text.index(words)
    return read_text(text, tuple(find_blocks(text))).speaker_of(start, start + len(words))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # The clause behind, in front, around; straight and inverted.
        ("“We go,” Ann Smith said.", ["Ann Smith"]),
        ("“We go,” said Ann Smith, a baker.", ["Ann Smith"]),
        ("Ann Smith told the BBC: “We go.”", ["Ann Smith"]),
        ("It is “over”, according to Ann Smith.", ["Ann Smith"]),
        ("Ann Smith, 42, a baker from Leeds, said it was “over”.", ["Ann Smith"]),
        ("“They left,” said Parry’s neighbour, Dafydd Owen, whose house burned.", ["Dafydd Owen"]),
        ("Analyst Dan Ives of Wedbush said it was “a headline, not a headache”.", ["Dan Ives"]),
        ("The Supreme Court struck it down, calling it “manifestly arbitrary”.", ["the Supreme Court"]),
        ("The US wants talks, which Israel said “would be a mistake”.", ["Israel"]),
        ("Diane Swonk said the report showed “a market that won’t quit”.", ["Diane Swonk"]),
        ("“All must help,” President Xi Jinping was quoted as saying by Xinhua.", ["Xi Jinping"]),
        ("The World Health Organization and UNICEF said it was “back”.", ["the World Health Organization and UNICEF"]),
        ("As Winston Churchill once said, “never give in at all”.", ["Winston Churchill"]),
        ("In the words of Ann Smith, “it was like a war zone”.", ["Ann Smith"]),
        ("“We will appeal,” Smith’s lawyer said.", ["Smith’s lawyer"]),
        ("“He is innocent,” his mother, Carol, told the BBC.", ["Carol"]),
        ("Ann Jones, for the defence, told the jury: “He is innocent.”", ["Ann Jones"]),
        ("“This is wrong,” one resident, who asked not to be named, told the Post.", ["one resident"]),
        ("When asked whether he would stand, Sir Keir Starmer said: “Watch this.”", ["Keir Starmer"]),
        ("The EU’s top diplomat, Josep Borrell, said it was “a disaster”.", ["Josep Borrell"]),
        ("In its report, Amnesty International accused the army of “war crimes”.", ["Amnesty International"]),
        ("Two people familiar with the talks said they were “over”.", ["two people familiar with the talks"]),
        ("Both sides called it “a good day”.", ["both sides"]),
        # Two speakers side by side.
        ("“Good,” Ann Lee said. “Bad,” Bob Ray replied.", ["Ann Lee", "Bob Ray"]),
        ("“Good,” Ann Lee said, while Bob Ray called it “a bad idea”.", ["Ann Lee", "Bob Ray"]),
        ("While Ann Lee called it “good”, Bob Ray said it was “bad”.", ["Ann Lee", "Bob Ray"]),
        ("Ann Lee said “it is good”. Bob Ray disagreed. “It is bad,” he said.", ["Ann Lee", "Bob Ray"]),
        # Who stands behind a pronoun, a surname, a title, a phrase.
        ("Foreign Minister Israel Katz spoke. “We go,” Katz said.", ["Israel Katz"]),
        ("Ambassador Linda Hill voted. “We go,” the ambassador said.", ["Linda Hill"]),
        ("A senior official spoke. A senior official said so. “We go,” the official said.", ["a senior official"]),
        ("Ann Smith said so. Tom Moore kept bees. “We go,” she said.", ["Ann Smith"]),
        ("Ann Smith said so.\n\nSpokesman John Kirby replied.\n\n“We go,” he said.", ["John Kirby"]),
        ("“One,” Ann Smith said.\n\n“Two,” she added.", ["Ann Smith", "Ann Smith"]),
        (
            "The report by Dame Ann Hill, a judge, criticises them. It says they came “too late”.",
            ["the report by Dame Ann Hill"],
        ),
        # Who opens a sentence, behind whatever leads up to the name.
        ("Labour’s Tom Brierley pressed on. “How many?” he asked.", ["Tom Brierley"]),
        ("“Auntie” Pat Gormley, 71, is back. “I’m over the moon,” she said.", [None, "Pat Gormley"]),
        ("Former lifeguard Stan Pugh watched. “We swam there,” he said.", ["Stan Pugh"]),
        ("In 2014, after a long illness, Nora Quayle left. “It rained,” she said.", ["Nora Quayle"]),
        ("Asked how she felt, Orla Kerrigan smiled. “Ice bath, bed,” she said.", ["Orla Kerrigan"]),
        ("One of the victims, Edna Holroyd, 88, wept. “He rang me daily,” she said.", ["Edna Holroyd"]),
        ("The trust’s chief executive, Jonathan Peel, left. “We failed,” he said.", ["Jonathan Peel"]),
        ("Nora Quayle left. Was she frightened? “Terrified.”", ["Nora Quayle"]),
        ("The president, who was in Tokyo, flew home. “We will act,” he said.", ["the president"]),
        # Nobody new: an epithet, a pronoun for a body, a name that no ‘he’ can mean.
        ("“Fine,” said Gianluca Ferri. The Italian left.\n\n“We go again,” said the Italian.", ["Gianluca Ferri"] * 2),
        ("Danny Bright laughed. “Ask me in May,” said the former England midfielder.", ["Danny Bright"]),
        ("Raj Patel said costs rose. Harlow Foods fell. “We will cope,” he said.", ["Raj Patel"]),
        ("Sulu Star did not answer. In a statement, it said it was “in prayer”.", ["Sulu Star"]),
        ("Ministers called it “safe”. Tom Moore was fined. “It is not safe,” he said.", ["ministers", "Tom Moore"]),
        # Brackets, kin, bodies and participles beside the name.
        ("Councillor Sue Whitcombe (Ind) said it was “unsafe”.", ["Sue Whitcombe"]),
        ("The leader of the council, Cllr Imogen Faulds (Con), called it “viable”.", ["Imogen Faulds"]),
        ("“He’s sitting it,” said his mother, Grace.", ["Grace"]),
        ("“I’ve nowhere to be,” said one of them, Merle Olson of Edina.", ["Merle Olson"]),
        ("Inspector Rob Hale of North Yorkshire police described him as “a parasite”.", ["Rob Hale"]),
        ("Helen Marsden spoke out, telling MPs that she would “not pretend”.", ["Helen Marsden"]),
        ("Alan Pike called it “striking” but noted that it was “early”.", ["Alan Pike", "Alan Pike"]),
        ("Pia Ross said it was “internal” and then added, “for now”.", ["Pia Ross", "Pia Ross"]),
        ("“Please, sir,” Luis Camacho is heard saying.", ["Luis Camacho"]),
        ("Jonathan Peel apologised “unreservedly”.", ["Jonathan Peel"]),
        ("Critics say it is “a whistle, not a programme”.", ["critics"]),
        ("“They spoke,” said senior Kim Bell. Her friend Jo Solis was blunter: “Theater.”", ["Kim Bell", "Jo Solis"]),
        ("“They spoke,” said Mrs. Kim Bell. “They left.”", ["Kim Bell"]),
        ("Jo Solis left. He nodded at the plan, but warned that it was “dear”.", ["Jo Solis"]),
        ("Jo Solis left. Over coffee, Ann Moen sat down. “It rains,” she said.", ["Ann Moen"]),
        # What is written is said by whoever issued it.
        ("In a statement, the trust said it was “sorry”.\n\n“We fell short,” the statement said.", ["the trust"] * 2),
        ("“We fell short,” a statement from the trust said.", ["the trust"]),
        ("Northfork promised 45 jobs. Its brochure spoke of “a partnership”.", ["Northfork"]),
        # Whom a pronoun means: the one named by an office, and never who is told of in the same breath.
        (
            "Transport Secretary Ann Lee left.\n\nRuth Poe said it was “bad”.\n\nTom Hill pressed the minister. She said it was “fair”.",
            ["Ruth Poe", "Ann Lee"],
        ),
        ("Only seven described their finances as “strong”.", ["only seven"]),
        ("Observers from the Organization for Security in Europe said it was “well run”.", ["observers"]),
        # Passive, or without a verb.
        ("The move was condemned by Amnesty as “a dark day for rights”.", ["Amnesty"]),
        ("It was described as “a danger to women” by the judge.", ["the judge"]),
        ("The plan, dubbed “madness on stilts” by Ann Lee, was dropped.", ["Ann Lee"]),
        ("To Ann Lee, it was “a betrayal, plain and simple”.", ["Ann Lee"]),
        ("Trump posted on Truth Social: “Big news soon!”", ["Trump"]),
        ("Ann Lee has spoken of her “pure joy and relief”.", ["Ann Lee"]),
        ("Lucy Ford’s father, Ted, wept. “She was my girl,” he said.", ["Ted"]),
        ("Mr Shah wrote to the mayor, Helen Shaw. “I was moved,” she said.", ["Helen Shaw"]),
        # A label or a name is nobody’s words.
        ("“They waited,” said Chidi Okafor, who has a “sell” rating on it.", ["Chidi Okafor", None]),
        ("It is a condition called “polyploidy”.", [None]),
        # A new paragraph begins with a verb of its own.
        ("“Who will buy them?” said Ann Lee. “Who?”\n\nAccording to a study, 12 will.", ["Ann Lee"]),
        # Headlines set a colon.
        ("Minister Ann Lee: ‘We go’ again\n\nIt rained all day on Monday.", ["Ann Lee"]),
        ("‘I was never funny’: Nora Quayle on fame\n\nIt rained all day on Monday.", ["Nora Quayle"]),
        # The paragraph, the one above, and where nobody can be named.
        ("Ann Smith said so. “We will go.”", ["Ann Smith"]),
        ("Ann Smith said:\n\n“We will go.”", ["Ann Smith"]),
        ("“We go,” Ann Smith said.\n\n“And we stay.”", ["Ann Smith", "Ann Smith"]),
        ("“We go,” Ann Smith said.\n\n“Why?”\n\n“It is time.”", ["Ann Smith", None, None]),
        ("The “expert” arrived.", [None]),
        ("The inquest was told of “chaos”.", [None]),
    ],
)
def test_who_is_quoted(text: str, expected: list[str | None]) -> None:
    assert speakers(text) == expected


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Ann Smith said 40 people died.", "40", "Ann Smith"),
        ("About 40 people died, police said.", "40", "police"),
        ("According to a study published on Monday, 40 people died.", "40", "a study"),
        ("40 people died, two Israeli officials said.", "40", "two Israeli officials"),
        ("40 people died, two Israeli officials said.", "two", None),
        ("“We go,” said Ann Smith, who has 11 children.", "11", None),
        ("“We go,” he told a crowd of 15,000.", "15,000", None),
        ("Ann Smith, who has 11 children, said it rained.", "11", None),
        ("Ann Smith added a third goal after 20 minutes.", "20", None),
        ("Ann Smith scored 20. She said so.", "20", None),
        ("The court was told that 40 people died.", "40", None),
        ("The 1.4 million there are afraid, which Israel said was “untrue”.", "1.4", None),
        ("Some 48% back it, a poll of 1,014 adults has found.", "48%", "a poll of 1,014 adults"),
        ("The United States has 50 states.", "50", None),
        ("The United States has 50 states, researchers say.", "50", "researchers"),
        ("They declined to say that 50 died.", "50", None),
        ("An audit published in March by Ann Lee found that 37 bridges failed.", "37", "an audit"),
        ("Hospital records shown at the trial indicated that 61 died.", "61", "Hospital records"),
        ("The survey of trusts, carried out by Ann Lee, found that 38 cut staff.", "38", "the survey of trusts"),
        ("The bill would replace an estimated 4.3 million pipes.", "4.3 million", None),
        ("It passed after a 19-hour session that Majority Leader Paul Renner described as “ugly”.", "19", None),
        ("Terje Lund, who counts birds, puts the colony at about 3,900 pairs.", "3,900", "Terje Lund"),
        ("Terje Lund put 12 boxes on the boat.", "12", None),
        ("Northfork had promised 45 jobs and a park.", "45", "Northfork"),
        ("Ilias Doran has pledged to cut the number to 12.", "12", "Ilias Doran"),
        ("The Bank of England held rates as it warned that prices would rise by 4%.", "4%", "the Bank of England"),
        # What stands in front of the report is the article’s own, unless the report comes last.
        ("After 40 deaths, police said 12 had left.", "40", None),
        ("After 40 deaths, police said 12 had left.", "12", "police"),
        ("Profits fell by £40m and the company said it would cut 12 jobs.", "£40m", None),
        ("The mayor of a town of 5,312, Ann Lee, said 12 had left.", "5,312", None),
        ("In Leeds 40 were hurt, police said on Monday.", "40", "police"),
        ("Some 40 were hurt, Ann Lee told the BBC.", "40", "Ann Lee"),
        ("By 2030, the authors expect, 12 will be left.", "12", "the authors"),
        ("“He left,” one survivor, Ann Lee, told a radio station.", "one", None),
        # Each half keeps its own.
        ("According to a study, it uses 4%; by 2030, the authors expect, it will be 12%.", "4%", "a study"),
        ("According to a study, it uses 4%; by 2030, the authors expect, it will be 12%.", "12%", "the authors"),
        ("Police said 40 had died, and 12 were hurt, the hospital said.", "40", "police"),
        ("Police said 40 had died, and 12 were hurt, the hospital said.", "12", "the hospital"),
        # Studies and estimates speak without a verb.
        ("In a trial of 1,842 infants in Kenya, the test found 93%.", "93%", "a trial of 1,842 infants"),
        ("In a trial of 1,842 infants in Kenya, the test found 93%.", "1,842", None),
        ("In a YouGov poll published on Monday, 52% were against.", "52%", "a YouGov poll"),
        ("In the trial of Ann Lee, 12 jurors sat.", "12", None),
        ("Jo Ortiz cited a survey in which 83% of teachers agreed.", "83%", "a survey"),
        ("It is missing from 12 lakes, and the mud holds, by one estimate, 90 tons of zinc.", "90", "one estimate"),
        ("It is missing from 12 lakes, and the mud holds, by one estimate, 90 tons of zinc.", "12", None),
        ("By the council’s own estimate, 40% of bins are full.", "40%", "the council’s own estimate"),
        ("Data from the Met Office showed rain fell on 12 days.", "12", "the Met Office"),
        ("The report found 37 failings and made 12 recommendations.", "37", "the report"),
        ("Wages rose 5.1%, official data showed on Tuesday.", "5.1%", "official data"),
        ("Police found 37 bags.", "37", None),
        # A relative clause is reported by itself, and to whom it was told by nobody.
        ("The scheme, which critics say has cost £2bn, helped 300 families.", "£2bn", "critics"),
        ("The scheme, which critics say has cost £2bn, helped 300 families.", "300", None),
        ("Ann Lee told a crowd of 200 that 30 had been arrested.", "200", None),
        ("Ann Lee told a crowd of 200 that 30 had been arrested.", "30", "Ann Lee"),
        # What is added in a participle, and who is said to be saying it.
        ("“We are sorry,” said Tom Reed, adding that 300 had complained.", "300", "Tom Reed"),
        ("The rise was blamed on drought, with the UN saying 40 were hungry.", "40", "the UN"),
        ("Shares in Tesco fell 4% after it warned that profits would drop by 10%.", "10%", "Tesco"),
        ("Shares in Tesco fell 4% after it warned that profits would drop by 10%.", "4%", None),
        ("The inquest heard that he took 12 tablets.", "12", None),
        ("The president claimed to have created 2 million jobs.", "2 million", "the president"),
        ("In a poll by Polldex, 61% said no. Only one in ten thought it fair.", "one in ten", "a poll"),
        ("In a poll by Polldex, 61% said no.\n\nOnly one in ten were there.", "one in ten", None),
        ("Tom Reed said no. Only one in ten thought it fair.", "one in ten", None),
        ("Bills will rise by 6%, the regulator Ofgrid said, blaming gas. They rose to £12, it said.", "£12", "Ofgrid"),
        ("The president claimed the pact would create 100,000 jobs.", "100,000", "the president"),
        ("It rained, with surveys suggesting that 30% stayed in.", "30%", "surveys"),
        (
            "It is out, says a study. The researchers flew 134 bees. When hungry, they found, 72% left.",
            "72%",
            "the researchers",
        ),
        ("Ina Poe spoke. The main challenger is Viktor Grosu, a boxer. He promised 12 roads.", "12", "Viktor Grosu"),
        ("One of them, a retired judge, said he saw 12 boxes.", "12", "a retired judge"),
        ("Tom Reed was told by the judge that he owed 40 others.", "40", "the judge"),
        ("Tom Reed was praised by Ann Lee after 40 years.", "40", None),
        # Who forecasts speaks; who intends, appoints or is told does not.
        ("The company forecast sales growth of between 1% and 3%.", "1%", "the company"),
        ("Four in ten colleges expect to close 12 courses.", "12", None),
        ("The Senate confirmed her 51-47.", "51-47", None),
        ("Jo Ortiz was given a year and told to do 200 hours of work.", "200", None),
        ("Gary Pruett had 12 voices, he said. Simon Poe said so.", "12", None),
        ("Simon Poe said so. Gary Pruett had 12 voices, he said.", "12", "Simon Poe"),
        ("Ports handle $2 billion a day, economists at Rice University estimate.", "$2 billion", "economists"),
    ],
)
def test_who_reports_a_figure(text: str, words: str, expected: str | None) -> None:
    assert reported(text, words) == expected
