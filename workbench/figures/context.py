"""Words in front of and behind a number that decide what it is."""

from __future__ import annotations

from workbench.figures.wordlists import word_set

# In front of four digits these make them a year.
YEAR_BEFORE = word_set(
    """in since by until till from of after before during to year late early mid the circa fiscal summer winter
    spring autumn fall season around through between for pre post this that its his her their our election back
    january christmas easter ramadan copyright on and"""
)

# Plurals behind four digits that are of a year rather than so many: 'from 1990 levels', 'the 2019 protests'.
YEAR_AFTER = word_set(
    "levels elections protests riots floods attacks bombings borders olympics paralympics wildfires bushfires finals accords prices midterms hostilities uprisings"
)

# Labels that go by years as well as by numbers: 'the Equality Act 2010', 'Christmas Day 2023'.
YEARLY = word_set(
    "act bill day week order code convention series season game cup test year race euro war world bowl rally"
)

# Nouns whose number only tells one of them from another; any case.
LOWER_HEADS = word_set(
    """article articles section sections chapter chapters clause paragraph page pages room flight channel route highway
    interstate platform gate phase stage level grade category type unit version volume figure table resolution
    resolutions number no nos nr apartment suite exhibit amendment proposition appendix annex regulation rule
    protocol directive bullet item question step lane reference ref seat episode verse psalm junction exit
    terminal pier dock district ward zone sector block force extension ext vol vols ch fig figs pp p para paras
    h.r s.b h.b serial lots tier title scene error status port"""
)

# The same where nothing that could be counted follows.
SOFT_HEADS = word_set(
    "slot chromosome bus track size season line sample patient participant batch layer node locker bay aisle row seat cabin column series"
)

# What is numbered with points: 'section 4.2', 'Python 3.11', 'USB 3.0'.
POINTED_HEADS = word_set(
    """section sections chapter clause paragraph article figure table equation version release appendix annex exercise rule standard
    python java php ruby perl node kernel linux windows android ios macos mach usb bluetooth hdmi html css opengl directx firefox chrome debian
    ubuntu fedora displayport pcie wi-fi gpt gemini llama claude"""
)

# The same, but only with a capital.
HEADS = LOWER_HEADS | word_set(
    """number boeing airbus unit area agenda act part class division league lot box track line bus formula radio prop
    windows iphone ipad galaxy playstation xbox ps covid apollo falcon soyuz voyager artemis camp studio warehouse plan
    hangar pod group heat race case bill measure form schedule code order convention fire engine building catch
    hotel precinct game week day round year test max incident station series season cert certificate pc tram troop pack complex pad battalion brigade regiment squadron company corps world war bowl euro channel mach
    ward court courtroom chamber super titan star king pope louis hr hb sb"""
)
BRANDS = word_set(
    """mirage rafale gripen typhoon scud kinzhal iskander shahed s&p python java php ruby perl node kernel linux ftse nasdaq dax nikkei stoxx cac russell asx csi fortune ibex aex topix kospi sensex nifty
    boeing airbus embraer iphone ipad pixel windows android ios macos playstation xbox galaxy model mig sukhoi
    tupolev leopard abrams challenger merkava falcon apollo soyuz chandrayaan artemis gpt chatgpt gemini llama
    claude formula radio itv bbc espn sky tv fox news cnn porsche peugeot bmw audi mazda renault fiat vitamin
    omega interstate route type tesla ferrari toyota sputnik novichok hamas antonov ilyushin cessna learjet
    gulfstream ak rtx geforce ryzen core pentium nokia huawei honor redmi oneplus kindle surface photoshop office
    ie firefox chrome opera ubuntu fedora debian catch blink sum channel studio area district ocean terminator
    usb http bluetooth hdmi pcie html css iso rfc ieee ansi din astm opengl directx wi-fi wifi displayport thunderbolt en
    rocky rambo deadpool frozen wrestlemania ufc"""
)

# Behind 'one' and in front of it these show a pronoun or a phrase.
ONE_AFTER = word_set(
    """another such thing hand side reason way who can could would should may might must will has had is was stop time more
    wonders suspects imagines assumes expects gets finds tries likes knows ought wants needs feels sees thinks hopes hell step direction really never ever always simply better too else whose day"""
)
ONE_BEFORE = word_set(
    """no any every each this that which another some the loved last next first other a good bad big new old little former
    latter everyone dear young right wrong better best same different evil square"""
)
ONE_HYPHENED = word_set(
    """time off on sided size way upmanship liner to handed armed eyed and stop dimensional trick horse track of note piece
    hit nil day's shot upped"""
)

# Number words that count nothing with these words in front or behind.
IDIOMS: dict[str, tuple[frozenset[str], frozenset[str]]] = {
    "seven": (frozenset(), word_set("network west sisters")),
    "nine": (word_set("cloud channel"), word_set("network entertainment")),
    "ten": (word_set("channel big downing"), word_set("network commandments downing hag")),
    "zero": (
        word_set("ground absolute net sub patient year"),
        word_set("sum tolerance hour day in hours emission emissions carbon"),
    ),
    "four": (word_set("channel"), word_set("seasons weddings wheeler wheelers")),
    "six": (frozenset(), word_set("nations")),
    "five": (word_set("channel high"), word_set("guys eyes live")),
    "two": (frozenset(), word_set("way faced tone minds wheeler wheelers")),
    "three": (frozenset(), word_set("musketeers dimensional way lions wheeler wheelers")),
    "eleven": (word_set("starting"), frozenset()),
    "twelve": (frozenset(), word_set("angry")),
}
