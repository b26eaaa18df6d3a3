"""Who was killed, injured or captured, and how many. All texts are invented."""

from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from geo import counts
from geo.lexicon.numerals import read_number
from geo.model import Effect

# A text and its tolls: "effect low/best/high words", joined by ";".
TOLLS = [
    # voices of the verb
    ("Shells killed 14 people.", "killed 14/14/14 14 people"),
    ("Fourteen people were killed by shells.", "killed 14/14/14 Fourteen people"),
    ("The 14 people killed by shells were farmers.", "killed 14/14/14 The 14 people"),
    ("Farmers who were killed by the 14 people had fled.", ""),
    ("Three nurses died.", "killed 3/3/3 Three nurses"),
    ("Three people died and five others were wounded.", "killed 3/3/3 Three people; injured 5/5/5 five others"),
    ("The blast killed two people and wounded another.", "killed 2/2/2 two people; injured 1/1/1 another"),
    ("Two rebels were killed and 12 captured in the raid.", "killed 2/2/2 Two rebels; captured 12/12/12 12"),
    ("It was a bloody day, killing 30 members of the band and capturing 12.",
     "killed 30/30/30 30 members of the band; captured 12/12/12 12"),
    ("Thirty fighters, who had come from the hills, were estimated to be killed in the strike.",
     "killed 30/30/30 Thirty fighters"),
    ("Two men are believed to have been killed.", "killed 2/2/2 Two men"),
    ("Two nuns were kidnapped and murdered.", "captured 2/2/2 Two nuns; killed 2/2/2 Two nuns"),
    ("TWELVE PEASANTS WERE KILLED AND 3 CAPTURED BY GUERRILLAS NEAR THE RIVER.",
     "killed 12/12/12 TWELVE PEASANTS; captured 3/3/3 3"),
    # notes and headlines, without a verb
    ("1 dead, 6 hurt", "killed 1/1/1 1; injured 6/6/6 6"),
    ("1 dead 6 hurt", "killed 1/1/1 1; injured 6/6/6 1 dead 6"),
    ("One killed, four injured.", "killed 1/1/1 One; injured 4/4/4 four"),
    ("31 dead, 80+ wounded.", "killed 31/31/31 31; injured 80/80/80 80"),
    ("3 police killed, 2 police wounded.", "killed 3/3/3 3 police; injured 2/2/2 2 police"),
    ("12 civilian casualties (4 dead, 8 injured)", "killed 4/4/4 4; injured 8/8/8 8"),
    ("Killed: 4. Wounded: 7", "killed 4/4/4 4; injured 7/7/7 7"),
    ("Two bombs went off; one killed six people.", "killed 6/6/6 six people"),
    ("In Homs, 12 rebels killed six soldiers.", "killed 6/6/6 six soldiers"),
    ("6 wounded men were taken away.", "injured 6/6/6 6 wounded men"),
    # harm in other words
    ("Three miners suffered bullet wounds.", "injured 3/3/3 Three miners"),
    ("Seven villagers sustained various degrees of injury.", "injured 7/7/7 Seven villagers"),
    ("SIX POLICEMEN RECEIVED MINOR INJURIES.", "injured 6/6/6 SIX POLICEMEN"),
    ("The clinic treated another eleven people for burns.", "injured 11/11/11 another eleven people"),
    ("The driver escaped with a fractured skull.", "injured 1/1/1 The driver"),
    ("Two monks were hit by shrapnel.", "injured 2/2/2 Two monks"),
    ("A nurse was hit by a stray bullet and died.", "killed 1/1/1 A nurse"),
    ("A guard with a bullet in the thigh was flown to Dori.", "injured 1/1/1 A guard with a bullet in the thigh"),
    ("Two herders were grazed by bullets.", "injured 2/2/2 Two herders"),
    ("They grazed 40 cattle near the river.", ""),
    ("A blast broke a guard's jaw.", "injured 1/1/1 a guard's"),
    ("Men tore the faces off two statues.", ""),
    ("Four survivors are fighting for their lives.", "injured 4/4/4 Four survivors"),
    ("Six men were treated as heroes.", ""),
    ("Two of the wounded did not survive, doctors said.", "killed 2/2/2 Two of the wounded"),
    ("Three of the plans did not survive the killing.", ""),
    ("Three men were found hanged after the raid.", "killed 3/3/3 Three men"),
    ("Two portraits were hung after the raid.", ""),
    ("Our guns shelled the fort and 13 soldiers were put out of action.", "killed 13/13/13 13 soldiers"),
    ("Shells fell and two tanks were put out of action.", ""),
    ("On 3 March Ana Cruz was killed by a shell.", "killed 1/1/1 Ana Cruz"),
    ("The economy suffered a wound.", ""),
    ("Villagers suffered heavy losses.", ""),
    ("Men cut through the legs of two pylons.", ""),
    ("Three constables laid down their lives.", "killed 3/3/3 Three constables"),
    ("She gave her life to the poor.", ""),
    ("Two officers embraced martyrdom.", "killed 2/2/2 Two officers"),
    ("Five herders met their deaths.", "killed 5/5/5 Five herders"),
    ("Eleven persons were done to death.", "killed 11/11/11 Eleven persons"),
    ("The second officer passed away.", "killed 1/1/1 The second officer"),
    ("Three of the rebels were cut down.", "killed 3/3/3 Three of the rebels"),
    ("Troops neutralised six terrorists and two bombs.", "killed 6/6/6 six terrorists"),
    ("The ministry eliminated 300 posts.", ""),
    ("The flood drowned three.", "killed 3/3/3 three"),
    ("The shelling cost 14 people their lives.", "killed 14/14/14 14 people"),
    ("The war has claimed hundreds of lives.", "killed 100/100/999 hundreds of lives"),
    ("Guards killed five smugglers, losing one of their own.",
     "killed 5/5/5 five smugglers; killed 1/1/1 one of their own"),
    ("The army killed nine rebels for the loss of a single sergeant.",
     "killed 9/9/9 nine rebels; killed 1/1/1 a single sergeant"),
    ("Nine soldiers had been killed and two taken prisoner.", "killed 9/9/9 Nine soldiers; captured 2/2/2 two"),
    ("Twenty soldiers were made prisoner.", "captured 20/20/20 Twenty soldiers"),
    ("Forty rebels surrendered to the army.", "captured 40/40/40 Forty rebels"),
    ("The rebels surrendered the town.", ""),
    ("Guns hurt three gendarmes. One gendarme, hit in the neck, lives.", "injured 3/3/3 three gendarmes"),
    ("The blast hurt nine people. Two are in intensive care.", "injured 9/9/9 nine people"),
    # lists of which some met another fate
    ("Three dead soldiers and two missing were reported.", "killed 3/3/3 Three dead soldiers"),
    ("The mine left two dead and six in hospital.", "killed 2/2/2 two; injured 6/6/6 six in hospital"),
    ("Three killed in Juba, pilot held", "killed 3/3/3 Three; captured 1/1/1 pilot"),
    ("It shows seven killed and shows two bound men.", "killed 7/7/7 seven"),
    ("Police named the death of a barber, Karim Veld, who was gunned down.", "killed 1/1/1 a barber"),
    ("Bandits killed four drovers and 60 camels.", "killed 4/4/4 four drovers"),
    # figures of others
    ("Gunmen killed nine people. Elders insist it was fifteen.", "killed 9/9/9 nine people; killed 15/15/15 fifteen"),
    ("Gunmen killed nine people. The commission established 17 victims.",
     "killed 9/9/9 nine people; killed 17/17/17 17 victims"),
    ("A priest says he buried fourteen people.", "killed 14/14/14 fourteen people"),
    ("An avalanche buried fourteen people.", ""),
    ("Raiders attacked a hamlet. A spokesman put the FLP's dead at 15.", "killed 15/15/15 15"),
    ("The army said two gendarmes had lost their lives. The rebels spoke of five.",
     "killed 2/2/2 two gendarmes; killed 5/5/5 five"),
    ("SOURCES PUT ARMY DEAD AT EIGHTEEN.", "killed 18/18/18 EIGHTEEN"),
    ("Gunmen killed nine people. The council lists 12 members.", "killed 9/9/9 nine people"),
    # adjectives and nouns
    ("The mine left 20 miners dead.", "killed 20/20/20 20 miners"),
    ("The attack left 3 dead and 14 wounded.", "killed 3/3/3 3 dead; injured 14/14/14 14"),
    ("Gunmen shot dead three policemen.", "killed 3/3/3 three policemen"),
    ("Thirty sailors are feared dead.", "killed 30/30/30 Thirty sailors"),
    ("The deaths of four men were reported.", "killed 4/4/4 four men"),
    ("The assassination of the judge shocked the town.", "killed 1/1/1 the judge"),
    ("The attack claimed the lives of nine soldiers.", "killed 9/9/9 nine soldiers"),
    ("Six monks lost their lives.", "killed 6/6/6 Six monks"),
    ("Police found the bodies of 12 men.", "killed 12/12/12 12 men"),
    ("Twelve bodies were found in the well.", "killed 12/12/12 Twelve bodies"),
    ("Two UN bodies condemned the raid.", ""),
    ("Gunmen took 12 pupils hostage.", "captured 12/12/12 12 pupils hostage"),
    ("The rebels took 30 prisoners.", "captured 30/30/30 30 prisoners"),
    ("The police made 12 arrests.", "captured 12/12/12 12 arrests"),
    ("Hunters burned two thieves alive.", "killed 2/2/2 two thieves"),
    ("Hunters burned two Hill Army men alive, a cousin writes.", "killed 2/2/2 two Hill Army men alive"),
    ("Four monks were burned alive.", "killed 4/4/4 Four monks"),
    ("Two monks were buried alive and dug out.", ""),
    ("Six fallen soldiers were honoured and three towns have fallen.", ""),
    # of both: how many of each is not told
    ("We caused the enemy 58 casualties, dead and wounded, near the river.", ""),
    ("WE CAUSED THE ENEMY 58 CASUALTIES, DEAD AND WOUNDED, NEAR THE RIVER.", ""),
    ("There were 12 dead and wounded.", ""),
    ("There were 12 wounded or dead.", ""),
    ("The army had 5 dead and 6 wounded.", "killed 5/5/5 5 dead; injured 6/6/6 6"),
    # parts of those counted before
    ("A mine hit the bus, killing 14 people, among them Mahendra Karma.", "killed 14/14/14 14 people"),
    ("The blast hurt nine people, among them the mayor and his driver.", "injured 9/9/9 nine people"),
    ("The blast killed nine people, Tomas Veld among them.", "killed 9/9/9 nine people"),
    ("Five miners were killed in Brena and Veld. Police said three of them died in Veld.",
     "killed 5/5/5 Five miners"),
    ("Nine people died. Two of the victims were killed by snipers.", "killed 9/9/9 Nine people"),
    ("Ten miners were kidnapped. Two of them were killed.", "captured 10/10/10 Ten miners; killed 2/2/2 Two of them"),
    # numbers
    ("A shell hit the mill, killing 14 day-shift miners.", "killed 14/14/14 14 day-shift miners"),
    ("The raid killed 20 front-line soldiers.", "killed 20/20/20 20 front-line soldiers"),
    ("Several hundred miners were killed.", "killed 200/200/999 Several hundred miners"),
    ("A few dozen miners were hurt.", "injured 24/24/99 A few dozen miners"),
    ("Several hundred thousand miners were arrested.",
     "captured 200000/200000/999999 Several hundred thousand miners"),
    ("At least 30 people were killed.", "killed 30/30/30 At least 30 people"),
    ("More than 1,200 people were injured.", "injured 1200/1200/1200 More than 1,200 people"),
    ("Up to 15 people were killed.", "killed 1/15/15 Up to 15 people"),
    ("As many as 15 people were killed.", "killed 1/15/15 As many as 15 people"),
    ("Fewer than 20 people died.", "killed 1/19/19 Fewer than 20 people"),
    ("Some 20 to 25 rebels died.", "killed 20/20/25 Some 20 to 25 rebels"),
    ("Between five and ten rebels were captured.", "captured 5/5/10 Between five and ten rebels"),
    ("Nearly two dozen marchers were arrested.", "captured 24/24/24 Nearly two dozen marchers"),
    ("Dozens of people were killed.", "killed 12/12/99 Dozens of people"),
    ("Hundreds were wounded.", "injured 100/100/999 Hundreds"),
    ("Tens of thousands of villagers were killed.", "killed 10000/10000/99999 Tens of thousands of villagers"),
    ("Several civilians were hurt.", "injured 3/3/9 Several civilians"),
    ("A hundred and five people died.", "killed 105/105/105 A hundred and five people"),
    ("Twenty-two miners died.", "killed 22/22/22 Twenty-two miners"),
    # lists and single persons
    ("A woman and her two children were killed.", "killed 3/3/3 A woman and her two children"),
    ("The poet, editor and deputy was killed.", "killed 1/1/1 The poet, editor and deputy"),
    ("The murder of Piotr Nowak and the massacre of the union shocked all.", "killed 1/1/1 Piotr Nowak"),
    ("A soldier was killed.", "killed 1/1/1 A soldier"),
    ("Daniel Okoro was killed on the road.", "killed 1/1/1 Daniel Okoro"),
    ("The rebels killed Daniel Okoro, Piotr Nowak and a driver.",
     "killed 3/3/3 Daniel Okoro, Piotr Nowak and a driver"),
    ("Soldiers killed three of the gunmen.", "killed 3/3/3 three of the gunmen"),
    ("A family of four died in the fire.", "killed 4/4/4 A family of four"),
    ("Both men died.", "killed 2/2/2 Both men"),
    ("Thirty people were killed, including 12 policemen.", "killed 30/30/30 Thirty people"),
    ("The 34-year-old teacher was killed.", "killed 1/1/1 The 34-year-old teacher"),
    # a list counts whole or not at all
    ("The rebels killed a priest, three nuns and 14 pupils.", "killed 18/18/18 a priest, three nuns and 14 pupils"),
    ("A man, his wife and their three children were shot dead.",
     "killed 5/5/5 A man, his wife and their three children"),
    ("A farmer, his wife and their two sons were killed.",
     "killed 1/1/1 A farmer; killed 3/3/3 his wife and their two sons"),
    ("Gunmen kidnapped a nurse, two doctors and their driver.",
     "captured 1/1/1 a nurse; captured 3/3/3 two doctors and their driver"),
    ("Gunmen killed a judge, two clerks and several guards.",
     "killed 6/6/12 a judge, two clerks and several guards"),
    ("Gunmen killed the priests, their cook and her daughter.", ""),
    ("Soldiers murdered the nuns, a driver and his son.", ""),
    ("The bishop and his guards were killed.", ""),
    ("The mayor and others were killed.", ""),
    ("Twelve soldiers and civilians died.", "killed 12/12/12 Twelve soldiers and civilians"),
    ("Soldiers killed four people, three men and a boy.", "killed 4/4/4 four people, three men and a boy"),
    ("The victims, a teacher and two pupils, were killed.", "killed 3/3/3 The victims, a teacher and two pupils"),
    ("Three men, a doctor and two nurses, were killed.", "killed 3/3/3 Three men"),
    ("Daniel Okoro, a teacher and poet, was killed.", "killed 1/1/1 Daniel Okoro"),
    ("The battalion lost 30 men and two tanks.", "killed 30/30/30 30 men"),
    ("Jets hit the camp, killing as many as 90 people, witnesses and the council said.",
     "killed 1/90/90 as many as 90 people"),
    # parts are not added
    ("Jets hit the camp, killing 15 people, among them five children.", "killed 15/15/15 15 people"),
    ("Fifteen people, among them five children and a nurse, were killed.", "killed 15/15/15 Fifteen people"),
    ("Fifteen people, five of whom were children, died.", "killed 15/15/15 Fifteen people"),
    ("A total of 20 civilians, 7 of them children, died.", "killed 20/20/20 A total of 20 civilians"),
    ("Three soldiers, two of them officers, were killed and four were hurt.",
     "killed 3/3/3 Three soldiers; injured 4/4/4 four"),
    # the same befell others
    ("The mayor was killed near his home, along with two of his guards.",
     "killed 1/1/1 The mayor; killed 2/2/2 two of his guards"),
    ("The judge and his wife were killed together with their driver.",
     "killed 2/2/2 The judge and his wife; killed 1/1/1 their driver"),
    ("The rebels killed the judge as well as two guards.", "killed 3/3/3 the judge as well as two guards"),
    ("He condemned the assassination of the leftist leader Daniel Okoro and the lawyer Maria Nowak.",
     "killed 1/1/1 the leftist leader; killed 1/1/1 the lawyer"),
    ("THE MINISTRY CONDEMNED THE ASSASSINATION OF LEFTIST LEADER DANIEL OKORO AND POLITICAL LEADER MARIA NOWAK.",
     "killed 2/2/2 LEFTIST LEADER DANIEL OKORO AND POLITICAL LEADER MARIA NOWAK"),
    ("Six priests (five Spaniards and one local) and two women were killed.",
     "killed 8/8/8 Six priests (five Spaniards and one local) and two women"),
    ("Killed were two soldiers and a driver.", "killed 3/3/3 two soldiers and a driver"),
    ("The losses are the following: 17 dead and 25 wounded.", "killed 17/17/17 17 dead; injured 25/25/25 25"),
    ("The army has sustained 177 dead and 251 wounded.", "killed 177/177/177 177 dead; injured 251/251/251 251"),
    # two numbers of one verb
    ("Air raids killed 33 on Monday and 12 on Tuesday.", "killed 33/33/33 33; killed 12/12/12 12 on Tuesday"),
    # to death
    ("Raiders hacked to death 21 displaced persons.", "killed 21/21/21 21 displaced persons"),
    ("Twelve farmers were hacked to death.", "killed 12/12/12 Twelve farmers"),
    ("Two men were beaten to death by the mob.", "killed 2/2/2 Two men"),
    ("Five men were sentenced to death.", ""),
    ("A member of the brigade was shot dead by gunmen.", "killed 1/1/1 A member of the brigade"),
    # headlines, and what is counted beside the dead
    ("Market blast kills 12, hurts 30", "killed 12/12/12 12; injured 30/30/30 30"),
    ("12 dead, 30 hurt in market blast", "killed 12/12/12 12 dead; injured 30/30/30 30"),
    ("Casualties: 12 killed, 30 wounded.", "killed 12/12/12 12; injured 30/30/30 30"),
    ("The blast left 12 dead and 30 injured.", "killed 12/12/12 12 dead; injured 30/30/30 30"),
    ("Four missiles hit a dormitory, 2 dead.", "killed 2/2/2 2 dead"),
    ("Six trucks were hit and 20 drivers killed.", "killed 20/20/20 20 drivers"),
    ("The wounded numbered 80.", "injured 80/80/80 The wounded numbered 80"),
    ("Thirty bodies lay in the street.", "killed 30/30/30 Thirty bodies"),
    ("The rebels lost 12 men.", "killed 12/12/12 12 men"),
    ("The club lost 12 men.", ""),
    ("Rebels held 40 villagers hostage.", "captured 40/40/40 40 villagers"),
    # rates and numbers of more than one effect
    ("On average four people are kidnapped every day.", ""),
    ("The gang kidnaps two or three people a week.", ""),
    ("Six were killed per day.", ""),
    ("The blast killed four people a day after the vote.", "killed 4/4/4 four people a day"),
    ("The patrol suffered nine casualties, including four dead.", "killed 4/4/4 four dead"),
    ("There were 30 dead and wounded.", ""),
    # a number that is denied stays
    ("The army denied that it had killed 12 civilians.", "killed 12/12/12 12 civilians"),
    ("The governor denied reports that bandits had killed 30 people.", "killed 30/30/30 30 people"),
    ("Twelve shots that killed off the game were fired.", ""),
    # nobody
    ("No one was injured.", "injured 0/0/0 No one"),
    ("There were no casualties.", "killed 0/0/0 no casualties; injured 0/0/0 no casualties"),
    ("No soldiers were killed.", "killed 0/0/0 No soldiers"),
    ("The blast did not kill anyone.", "killed 0/0/0 anyone"),
    # what gives no toll
    ("Shells killed civilians.", ""),
    ("Shells killed and wounded 30 people.", ""),
    ("Thirty people were killed or wounded.", ""),
    ("The two murders shocked the town.", ""),
    ("The rebels threatened to kill two hostages.", ""),
    ("The rebels will kill two hostages.", ""),
    ("They are helping to kill soldiers.", ""),
    ("Troops seized 40 rifles and captured two villages.", ""),
    ("The frost killed 40 cattle.", ""),
    ("The senators killed the bill.", ""),
    ("The column captured 12 tanks.", ""),
    ("The blast wounded morale.", ""),
    ("Five men were shot and thrown into a river.", "killed 5/5/5 Five men"),
    ("Nine men were lined up and shot.", "killed 9/9/9 Nine men"),
    ("Soldiers shot four men and buried them beside the road.", "killed 4/4/4 four men"),
    ("Two men were shot and thrown into a van.", ""),
    ("Twelve demonstrators were beaten.", "injured 12/12/12 Twelve demonstrators"),
    ("Guards beat two inmates to death.", "killed 2/2/2 two inmates"),
    ("Soldiers burned 40 houses.", ""),
    ("Four dead, three burned.", "killed 4/4/4 Four dead; injured 3/3/3 three"),
    ("A soldier lost a leg.", "injured 1/1/1 A soldier"),
    ("Its crew of seven was held.", "captured 7/7/7 Its crew of seven"),
    ("Two men were held responsible.", ""),
    ("The camp holds 300 men.", ""),
    ("Two boys were taken.", "captured 2/2/2 Two boys"),
    ("Gunmen took away three women.", "captured 3/3/3 three women"),
    ("Six wounded men were taken away.", "injured 6/6/6 Six wounded men"),
    ("Six men were taken to court.", ""),
    ("Six men were taken to hospital.", "injured 6/6/6 Six men"),
    ("Six men should be taken to hospital.", ""),
    ("3 soldiers and 2 rebels killed in clash.", "killed 5/5/5 3 soldiers and 2 rebels"),
    ("Six soldiers, two of them officers, killed in raid.", "killed 6/6/6 Six soldiers"),
    ("4 police, 2 civilians killed.", "killed 4/4/4 4 police; killed 2/2/2 2 civilians"),
    ("The bomb killed six, two of them policemen, and hurt 20.", "killed 6/6/6 six; injured 20/20/20 20"),
    ("Hospital source: 7 bodies, 15 injured.", "killed 7/7/7 7; injured 15/15/15 15"),
    ("Kutum death toll now 9.", "killed 9/9/9 9"),
    ("The rebels put their losses at 12.", "killed 12/12/12 12"),
    ("The rebels put their losses at 12 tanks.", ""),
    ("We lost six men.", "killed 6/6/6 six men"),
    ("Eight people died and eleven are in hospital.", "killed 8/8/8 Eight people; injured 11/11/11 eleven"),
    ("The bodies of two men were taken to hospital.", "killed 2/2/2 two men"),
    ("The pilot was captured.", "captured 1/1/1 The pilot"),
    ("Nine people died. The army put the number at 20.", "killed 9/9/9 Nine people; killed 20/20/20 20"),
    ("Nine people died. The army says there were only four.", "killed 9/9/9 Nine people; killed 4/4/4 only four"),
    ("Nine people died. The army says 12 houses burned.", "killed 9/9/9 Nine people"),
    ("The price rose. The army says 12.", ""),
]  # fmt: skip


def shown(parse: Any) -> str:
    return "; ".join(
        f"{t.effect} {t.count.low}/{t.count.best}/{t.count.high} {parse.text[t.start : t.end]}"
        for t in counts.find(parse)
    )


@pytest.mark.parametrize(("text", "tolls"), TOLLS)
def test_tolls(language: Any, text: str, tolls: str) -> None:
    assert shown(language.parse(text)) == tolls


ONCE = [
    ("Gunmen killed two nurses, Amna Idris and Hawa Adam, in Kutum.", {"killed": 2}),
    ("Gunmen killed two reporters, Ana Cruz and Luis Rey, late on Sunday.", {"killed": 2}),
    ("A bomb attack left four children injured in Quilpue.", {"injured": 4}),
    ("The blast left seven other people dead and 30 injured.", {"killed": 7, "injured": 30}),
    ("A former minister and judge died in an air strike on Homs.", {"killed": 1}),
    ("A man and woman died in an air strike on Homs.", {"killed": 2}),
    ("The cartel claimed responsibility for the assassination of Ibarra Ossa.", {"killed": 1}),
]


@pytest.mark.parametrize(("text", "numbers"), ONCE)
def test_who_is_named_and_counted_is_counted_once(language: Any, text: str, numbers: dict[str, int]) -> None:
    assert {t.effect: t.count.best for t in counts.find(language.parse(text))} == numbers


SUMS = [
    ("The death toll rose to 41.", 41, True, True),
    ("The find raised the death toll to 41.", 41, True, True),
    ("The death toll stands at 12.", 12, True, False),
    ("A total of 41 people were killed.", 41, True, False),
    ("In all, 41 people were killed.", 41, True, False),
    ("Another 41 people were killed.", 41, False, False),
    ("The toll was first put at three but later rose to seven.", 7, True, True),
    ("Officials first put the number of dead at three but later raised it to seven.", 7, True, True),
    ("The toll is now 12.", 12, True, True),
    ("UPDATE: now 3 dead.", 3, True, True),
]


@pytest.mark.parametrize(("text", "number", "total", "replaces"), SUMS)
def test_sums(language: Any, text: str, number: int, total: bool, replaces: bool) -> None:
    (toll,) = counts.find(language.parse(text))
    assert (toll.count.best, toll.total, toll.replaces) == (number, total, replaces)


def test_a_total_counts_what_the_words_before_it_tell(language: Any) -> None:
    text = "Three more bodies were found, bringing the total to nine."
    added, total = counts.find(language.parse(text))
    assert (added.count.best, added.total) == (3, False)
    assert (total.effect, total.count.best, total.total, total.replaces) == ("killed", 9, True, True)


def test_number_of_wounded_is_a_toll_of_injured(language: Any) -> None:
    (toll,) = counts.find(language.parse("The number of wounded reached 80."))
    effect: Effect = "injured"
    assert (toll.effect, toll.count.best, toll.total) == (effect, 80, True)


NUMBERS = [
    ("thirty", 30), ("twenty-two", 22), ("1,200", 1200), ("two dozen", 24), ("a hundred", 100), ("seven", 7),
    ("two hundred and five", 205), ("three thousand two hundred", 3200), ("zero", 0), ("rifles", None), ("", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "number"), NUMBERS)
def test_numbers_in_words(text: str, number: int | None) -> None:
    assert read_number(text.split()) == number


@given(st.integers(0, 999_999))
def test_figures_read_as_written(number: int) -> None:
    assert read_number([str(number)]) == read_number([f"{number:,}"]) == number


PIECES = (
    "killed|12|two|dozens|tens|thousands|no|people|and|wounded|dead|toll|to|,|.|captured|a|soldier|hostage|took|of|"
    "none|lives|claimed|1.5|10-20|the|’|\n\n|were killed|at least"
)


@settings(deadline=None, max_examples=60)
@example("dead no")
@given(st.lists(st.sampled_from(PIECES.split("|")), max_size=16).map(" ".join))
def test_any_text_gives_counts_in_order_and_spans_inside(language: Any, text: str) -> None:
    parse = language.parse(text)
    for toll in counts.find(parse):
        assert 0 <= toll.count.low <= toll.count.best <= toll.count.high
        assert 0 <= toll.start < toll.end <= len(text)
        assert toll.start <= parse.tokens[toll.head].start < toll.end
        assert 0 <= toll.trigger < len(parse.tokens)


@pytest.mark.parametrize("figure", ["9" * 20, "9" * 5000, "hundred " * 40, "1" + ",000" * 2000])
def test_a_number_beyond_counting_is_none(language: Any, figure: str) -> None:
    assert read_number(figure.split()) is None
    assert counts.find(language.parse(f"A bomb killed {figure} people in the town.")) == ()
