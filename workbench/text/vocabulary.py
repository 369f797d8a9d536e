"""Hold the words by which news prose says who speaks and who somebody is."""

from __future__ import annotations


def word_set(words: str) -> frozenset[str]:
    """Return the words of a string as a set."""
    return frozenset(words.split())


# Verbs that make their subject the speaker of what stands beside them, past and present.
SPEECH_VERBS = word_set(
    "said says told tells added adds asked asks wrote writes tweeted posted claimed claims argued argues insisted "
    "insists warned warns announced announces acknowledged acknowledges admitted admits alleged alleges believed "
    "believes confirmed confirms conceded concedes concluded concludes continued contended contends declared declares "
    "denied denies described describes emphasized emphasised estimated estimates explained explains expressed noted "
    "notes observed pledged predicted promised quipped recalled reckoned remarked repeated replied reported reports "
    "responded retorted revealed shouted stated states stressed suggested suggests testified vowed whispered joked "
    "accepted accepts agreed agrees heard hears cautioned maintained maintains ruled urged urges found finds show shows showed answered answers began cried "
    "enthused exclaimed grinned laughed laughs mused nodded pleaded reflected reflects sighed sighs smiled smiles "
    "shrugged shrugs snorted snorts yelled jokes recalls thundered countered counters vows quips remarks pleads "
    "indicated indicates calculated calculates counted put puts emails emailed forecast forecasts expects projected projects promises"
)
# Of these, the ones that often take a plain object ('added a third goal'): they speak beside a quotation or 'that' alone.
OBJECT_VERBS = word_set(
    "added adds claim claimed claims continued described describes expressed maintained maintains observed posted recalled "
    "repeated counted put puts revealed ruled shouted promised noted denied denies contended declared declares found finds show shows "
    "showed accepted accepts agreed agrees heard hears answered answers began cried enthused exclaimed grinned laughed laughs mused nodded pleaded reflected "
    "reflects sighed sighs smiled smiles shrugged shrugs snorted snorts yelled recalls thundered countered counters forecast forecasts projected projects promises"
)

# What reports and figures do rather than people.
EVIDENCE_VERBS = word_set("found finds show shows showed indicated indicates indicate suggest suggests counted")

# Said of several: 'critics say', 'they warn'.
PLURAL_VERBS = word_set(
    "say argue warn insist believe claim suggest estimate allege acknowledge admit contend indicate predict fear expect reckon"
)
# Verbs that also report a bare figure: 'had promised 45 jobs'.
FIGURE_VERBS = word_set("promised pledged predicted predicts counted put puts forecast forecasts projected projects")
# … and what somebody means to do: 'pledged to cut the 23 ministries'.
PROMISE_VERBS = word_set("promised pledged vowed threatened claimed claims")

# 'The court struck it down, calling it “…”.'
PARTICIPLES = word_set(
    "calling telling describing saying branding warning insisting accusing dismissing praising hailing labelling labeling adding "
    "citing blaming criticising criticizing condemning demanding urging tweeting writing arguing claiming noting estimating predicting suggesting showing indicating "
    "chanting"
)

# Behind a verb of speaking these say when, where or how it was said, and not what.
ADJUNCT_WORDS = word_set(
    "in on at to during after before from by for with via through as when while last late earlier later yesterday today this "
    "since despite amid under over among following once again outside inside if because of about between"
)

# By whom something is called so or told: 'condemned by', 'was told by'.
TELLING_VERBS = word_set("told warned informed assured")
PASSIVE_VERBS = TELLING_VERBS | word_set(
    "described condemned criticised criticized dubbed called labelled labeled branded hailed praised dismissed denounced derided "
    "welcomed accused quoted summed characterised characterized"
)

# What somebody issues or sends: what it says is said by them.
DOCUMENTS = word_set("statement letter email e-mail message post tweet memo note brochure leaflet filing submission")

# Said in more words than one.
OTHER_CUES = frozenset(
    (
        "speaks of",
        "spoken of",
        "spoke of",
        "put it",
        "puts it",
        "was quoted as saying",
        "is quoted as saying",
        "is heard saying",
        "was heard saying",
        "be heard saying",
    )
)
# Of the participles, those with which somebody states something.
SAYING = word_set("saying adding noting arguing claiming insisting warning writing estimating predicting")
# … and with which a thing does, if it is named for it: 'with polls suggesting that'.
SHOWING = word_set("suggesting showing indicating")
# What is gathered and shows something.
EVIDENCE_NOUNS = word_set(
    "data figures statistics survey surveys poll polls study studies report reports analysis research records results "
    "audit review census documents accounts papers filings inquiry investigation assessment tests estimates"
)

# Groups that speak; a capital at the start of a sentence makes no name of them.
GROUPS = word_set(
    "activists analysts authorities campaigners critics detectives diplomats doctors economists experts farmers "
    "families friends historians insiders investigators investors judges lawmakers lawyers medics ministers neighbours "
    "neighbors observers officers officials organisers organizers parents police politicians pollsters prosecutors "
    "researchers residents scientists sources spokespeople supporters teachers traders unions witnesses"
)

# Verbs whose subject speaks only what stands in quotation marks beside them.
PRAISE_VERBS = word_set(
    "called calls criticised criticized criticises criticizes praised praises condemned condemns accused accuses "
    "dismissed dismisses slammed blasted hailed welcomed welcomes rejected rejects blamed blames labelled labeled "
    "branded demanded demands defended thanked mocked rebuked lambasted deplored lauded decried denounced questioned "
    "threatened defends apologised apologized apologises apologizes echoed invoked boasted complained lamented joked referred promised proposed read reads cited remembers remembered chanted"
)

# What people are, as news prose names them before or behind the name. The last word of a longer title is listed.
TITLE_NOUNS = word_set(
    "activist actor actress administrator admiral adviser advisor advocate aide ambassador analyst anchor archbishop architect "
    "artist assistant associate astronaut astronomer attorney author bailiff banker baron baroness barrister biologist "
    "bishop boss brigadier broadcaster campaigner candidate captain cardinal cardiologist chair chairman chairperson "
    "chairwoman chancellor chef chemist chief cleric climatologist co-author co-chair co-director co-founder coach "
    "colonel columnist comedian commander commissioner commodore composer congressman congresswoman constable "
    "consul consultant contributor convener coordinator coroner correspondent councillor councilman councilwoman "
    "counsel counsellor counselor critic curator dean defender delegate demographer deputy designer detective developer "
    "diplomat director doctor duchess duke earl ecologist economist editor educator emir emperor engineer entrepreneur "
    "envoy epidemiologist executive expert farmer fellow financier firefighter footballer foreman forward founder "
    "general geologist goalkeeper governor guitarist head headteacher historian host inspector instructor "
    "investigator investor jockey journalist judge juror justice king lawmaker lawyer leader lecturer legislator "
    "librarian lieutenant lobbyist lord magistrate major manager marshal mathematician mayor mayoress member midfielder "
    "midwife minister moderator monarch mp msp musician negotiator neurologist neuroscientist novelist nurse "
    "officer official ombudsman organiser organizer owner painter parliamentarian partner pastor pathologist "
    "patriarch pediatrician paediatrician pharmacist philosopher photographer physician physicist pilot player playwright "
    "poet policeman politician pollster pope premier president presenter priest prime-minister prince princess principal "
    "producer professor prosecutor provost psychiatrist psychologist publisher queen rabbi rapporteur rector referee "
    "registrar reporter representative researcher resident salesman scholar scientist screenwriter seaman "
    "secretary secretary-general senator sergeant sheriff singer sociologist solicitor speaker specialist spokesman "
    "spokesperson spokeswoman statistician strategist striker student substitute superintendent surgeon surveyor teacher "
    "technician lifeguard trader trainer treasurer treasury trustee undersecretary veteran vice-chair vice-chairman vice-chancellor "
    "vice-president virologist volunteer winger whip witness worker writer ceo cfo cto md pm defendant "
    "quarterback pitcher centre-back laureate director-general attorney-general governor-general solicitor-general "
    "editor-in-chief commander-in-chief inspector-general taoiseach tánaiste obstetrician gynaecologist gynecologist "
    "anaesthetist oncologist radiologist paramedic therapist psychotherapist physiotherapist nutritionist dietitian dentist "
    "botanist zoologist entomologist oceanographer hydrologist seismologist meteorologist forecaster palaeontologist "
    "paleontologist anthropologist archaeologist archeologist astrophysicist criminologist linguist theologian headmaster "
    "headmistress clerk auditor comptroller controller vicar chaplain archdeacon ranger warden skipper cyclist swimmer "
    "sprinter golfer batsman bowler batter catcher reliever outfielder shortstop linebacker rapper drummer violinist pianist "
    "cellist conductor dancer choreographer sculptor cartoonist illustrator blogger podcaster publican landlord landlady "
    "shopkeeper fisherman driver baker builder carpenter electrician plumber gardener mechanic"
)
# Of these, written small, the ones that are adjectives or everyday words too ('the official Xinhua news agency').
COMMON_NOUNS = word_set(
    "official general principal major chief fellow lead head justice member partner forward worker host owner pilot "
    "expert resident student nurse king whip chair coach trader"
)
# Words that stand in front of a title noun and belong to the title.
TITLE_MODIFIERS = word_set(
    "acting adjunct administrative affairs aid air arms army art arts assistant associate attorney bank border bureau "
    "business cabinet campaign central chief chief-of-staff civil climate club co coast communications community "
    "company congressional consumer corporate council counter-terrorism county court crime criminal crown cultural "
    "culture cyber data defence defense deputy development digital diplomatic district domestic economic economics "
    "economy education election emeritus energy environment environmental ex executive external fashion federal film "
    "finance financial fire first football foreign former founding general global government group guard head health high "
    "home hospital housing human human-rights immigration industry infrastructure intelligence interim interior "
    "international investment investigations junior justice labor labour law lead leading leader legal life local long-time longtime "
    "managing marine market marketing media medical military mission music national naval navy news nuclear "
    "opinion opposition outgoing parliamentary party peace permanent planning police policy political poll press "
    "presidential prime principal prison private programme program property public race racing rebel regional relations "
    "religious reporting research retail retired rights royal rural safety school science security select senate senior sex "
    "shadow social special sports staff state strategy supreme team tech technology then-minister then top trade "
    "training transport transportation treasury tv union union’s veteran vice visiting volunteer war weather "
    "ministry department agency service charity university family church force office institute commission "
    "watchdog firm unit welfare wildlife women’s youth then-president ex-president lord lady"
)
# What somebody with another title is called as well: a secretary of state is 'the minister'.
OFFICES = {"minister": "secretary", "lawmaker": "senator", "politician": "mp", "doctor": "dr", "professor": "prof"}
# Honorifics that make a title of their own in front of a name.
HONORIFICS = word_set(
    "dr prof sir dame lord lady baroness rev gen lt col sgt capt maj cmdr adm sen rep gov pope king queen prince "
    "princess father sister brother imam sheikh ayatollah rabbi judge det insp supt pc dc cllr"
)
COURTESIES = word_set("mr mrs ms miss mx mr. mrs. ms.")
MASCULINE = word_set(
    "mr sir lord king prince pope father brother imam sheikh spokesman chairman congressman businessman duke earl"
)
FEMININE = word_set(
    "mrs ms miss dame lady baroness queen princess sister spokeswoman chairwoman congresswoman businesswoman actress "
    "duchess mayoress"
)

# Capitalised words that no person's name holds: places, bodies, days, peoples.
NOT_NAMES = word_set(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March July September "
    "October November December Christmas Easter Ramadan "
    "Academy Act Administration Affairs Agency Airlines Airport Airways Alliance Ambassador Army Assembly Association Authority "
    "Avenue Bank Bay Board Bridge Brigade Britain British Building Bureau Business Cabinet Cathedral Center Centre "
    "City Clinic Club Coast College Command Commission Committee Commons Community Company Conference "
    "Congress Convention Corporation Council Country County Court Crown Cup Defence Defense Democrat Democrats Department District "
    "Division Downing East Education Electric Embassy Empire Energy Estate European Exchange Exchequer Federation Festival Force Forces Forum "
    "Foundation Foreign Front Fund Game Games Government Group Guard Headquarters Health High Highway Home Hospital "
    "Hotel House Inc Industries Initiative Institute Institution International Island Islands Justice Kingdom Labour "
    "League Liberal Lords Ltd Magazine Marathon Market Media Medal Medicine Middle Ministry Mission Motors Mountain Movement Museum "
    "Nation National Nations Navy Network New News North Northern Nuclear Office Olympic Olympics Organisation Organization Palace "
    "Parliament Party Police Post Press Prize Programme Program Project Province Region Relations Report Republic Republican "
    "Republicans Reserve Resolution Review River Road Royal School Science Sciences Sea Secret Secretariat Security Senate Service Services Social "
    "Society South Southern Square Stadium Staff Standard State States Station Street Strip Summit Supreme Team Territories "
    "Territory Theatre Theater Times Today Tower Town Trade Transport Treasury Treaty Tribunal Trust Union United "
    "Universities University Valley Village War Way Website Week Western Workers World Yard Zone "
    "Athletic Albion Brands Capital Creek Crescent Digital Entertainment Foods Holding Holdings Homes Hotspur Logistics "
    "Networks Partners Pharma Pharmaceuticals Rangers Railways Rovers Securities Software Solutions Stores Studios Systems Technologies Technology Ventures Wanderers "
    "Afghanistan Africa Albania Algeria America American Americans Arab Argentina Arabia Asia Australia Australian Austria Bangladesh "
    "Belgium Berlin Biden’s Bolivia Brazil Brussels Bulgaria Cairo California Cambodia Canada Canadian Chile China "
    "Chinese Colombia Croatia Cuba Cyprus Delhi Denmark Doha Dutch Ecuador Egypt Egyptian England English Estonia Ethiopia "
    "Europe Finland Florida France French Gaza Geneva German Germany Ghana Greece Greek Guyana Haiti Hezbollah Hamas Hungary "
    "Iceland India Indian Indonesia Iran Iranian Iraq Iraqi Ireland Irish Islam Islamic Israeli Israelis Italian Italy Jamaica "
    "Japan Japanese Jerusalem Jewish Kabul Kenya Korea Korean Kosovo Kremlin Kuwait Kyiv Latvia Lebanon Lebanese Libya "
    "Lithuania London Madrid Malaysia Mali Malta Manchester Mexico Moldova Morocco Moscow Mozambique Muslim Myanmar "
    "NATO Nato Nepal Netherlands Nicaragua Nigeria Norway Oman Ottawa Oxford Pakistan Palestine Palestinian Palestinians Panama Paraguay Paris Pentagon "
    "Peru Philippines Poland Polish Portugal Qatar Qatari Rafah Romania Rome Russia Russian Russians Rwanda Saudi Scotland Scottish "
    "Senegal Serbia Seoul Singapore Slovakia Slovenia Somalia Spain Spanish Sudan Sweden Swedish Swiss Switzerland Syria Syrian "
    "Taiwan Tanzania Texas Thailand Tokyo Tunisia Turkey Turkish Uganda Ukraine Ukrainian Uruguay US UK UN EU USA U.S. U.K. U.N. "
    "Venezuela Vietnam Wales Washington Welsh Yemen York Zambia Zimbabwe Twitter Facebook Google Microsoft Apple Amazon "
    "BBC CNN Reuters NBC CBS ABC NPR ITV AP AFP FBI CIA NHS I I’m I’ve I’d I’ll X D.C. DC English-language"
)
# Words that begin sentences and hardly ever a name.
OPENERS = word_set(
    "a an the i we you he she it they his her its their our my your this that these those there here but and or nor "
    "so yet if when while as after before since although though however meanwhile then now once until unless whether "
    "who what why how where which in on at by for from with without to of under over during despite because also "
    "still even just only another other both all many most some several each every no not one two three asked such "
    "like last next more less yes did do does is are was were will would can could should may might has have had "
    "according about around nearly almost between among instead later earlier officials police critics"
)
# … and those that begin sentences more often than names.
STARTERS = OPENERS | word_set(
    "separately thursday’s monday’s initially finally yesterday today tonight nobody everyone someone thanks dear "
    "hello speaking writing responding addressing describing following given perhaps indeed moreover additionally "
    "furthermore elsewhere afterwards previously recently currently overall against amid throughout through across "
    "inside outside near behind beyond within toward towards unlike"
)
PARTICLES = word_set(
    "de da do dos das del della der den di du la le van von zu bin bint ibn al el ter ten abu af av ben"
)

# What stands between a title and a name: 'the commissioner, Conservative Philip Harding'.
PARTIES = word_set(
    "conservative tory labour democrat democratic republican liberal green socialist independent veteran"
)

# Letters behind a name that are no part of it.
POSTNOMINALS = word_set("MP MPs MSP MEP QC KC OBE MBE CBE FRS PhD MD TD MLA")
