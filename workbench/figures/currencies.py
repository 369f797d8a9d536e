"""The currencies of the world's news: their signs, codes, names and nicknames."""

from __future__ import annotations

from decimal import Decimal

# A sign in front of or behind the number. Letters before a dollar or pound sign are looked up in COUNTRY_SIGNS.
SIGNS = {
    "$": "USD",
    "£": "GBP",
    "€": "EUR",
    "¥": "JPY",
    "₹": "INR",
    "₽": "RUB",
    "₩": "KRW",
    "₪": "ILS",
    "₺": "TRY",
    "₴": "UAH",
    "₦": "NGN",
    "₱": "PHP",
    "฿": "THB",
    "₫": "VND",
    "₿": "BTC",
    "₵": "GHS",
    "₡": "CRC",
    "₸": "KZT",
    "₾": "GEL",
    "¢": "USX",
    "￥": "JPY",
    "＄": "USD",
    "￡": "GBP",
}

COUNTRY_SIGNS = {
    "us$": "USD", "u.s.$": "USD", "usd$": "USD", "a$": "AUD", "au$": "AUD", "aud$": "AUD", "c$": "CAD", "ca$": "CAD",
    "cad$": "CAD", "cdn$": "CAD", "nz$": "NZD", "hk$": "HKD", "s$": "SGD", "sg$": "SGD", "nt$": "TWD", "r$": "BRL",
    "mx$": "MXN", "mex$": "MXN", "j$": "JMD", "tt$": "TTD", "z$": "ZWL", "n$": "NAD", "fj$": "FJD", "bz$": "BZD", "b$": "BND",
    "e£": "EGP", "le£": "EGP", "ir£": "IEP", "gh₵": "GHS", "gh¢": "GHS", "cn¥": "CNY", "rmb¥": "CNY", "jp¥": "JPY",
}  # fmt: skip

# Written in capitals in front of the number or behind it: ISO 4217 and what papers print instead.
CODES = {
    code: code
    for code in [
        "USD",
        "GBP",
        "EUR",
        "JPY",
        "CNY",
        "CHF",
        "CAD",
        "AUD",
        "NZD",
        "HKD",
        "SGD",
        "INR",
        "PKR",
        "BDT",
        "LKR",
        "NPR",
        "RUB",
        "UAH",
        "PLN",
        "CZK",
        "HUF",
        "RON",
        "BGN",
        "SEK",
        "NOK",
        "DKK",
        "ISK",
        "TRY",
        "ILS",
        "EGP",
        "ZAR",
        "NGN",
        "KES",
        "GHS",
        "TZS",
        "UGX",
        "ETB",
        "MAD",
        "DZD",
        "TND",
        "AED",
        "SAR",
        "QAR",
        "KWD",
        "BHD",
        "OMR",
        "JOD",
        "LBP",
        "IQD",
        "IRR",
        "SYP",
        "YER",
        "AFN",
        "KRW",
        "TWD",
        "THB",
        "VND",
        "IDR",
        "MYR",
        "PHP",
        "BRL",
        "ARS",
        "CLP",
        "COP",
        "PEN",
        "MXN",
        "UYU",
        "VES",
        "BOB",
        "PYG",
        "KZT",
        "UZS",
        "GEL",
        "AMD",
        "AZN",
        "BTC",
        "ETH",
        "XAU",
        "ZMW",
        "RWF",
        "MUR",
    ]
} | {"NIS": "ILS", "RMB": "CNY", "STG": "GBP", "BTC": "BTC", "CFA": "XOF", "FCFA": "XOF", "XOF": "XOF", "XAF": "XAF"}

# Short marks that only stand directly in front of a number, with or without a point or a space: as printed.
MARKS = {
    "Rs": "INR", "Rs.": "INR", "Re": "INR", "Dh": "AED", "Dhs": "AED", "Dh.": "AED", "Dhs.": "AED", "RM": "MYR", "Rp": "IDR",
    "R": "ZAR", "Tk": "BDT", "Tk.": "BDT", "Sh": "KES", "Shs": "UGX", "KSh": "KES", "Ksh": "KES", "KSh.": "KES",
    "Sfr": "CHF", "SFr": "CHF", "Fr": "CHF", "Fr.": "CHF", "CHF": "CHF", "Kr": "SEK", "SKr": "SEK", "NKr": "NOK",
    "DKr": "DKK", "Ft": "HUF", "N": "NGN", "P": "PHP", "Php": "PHP", "Bt": "THB", "S/": "PEN", "GH": "GHS", "Ush": "UGX",
    "Tsh": "TZS", "SR": "SAR", "QR": "QAR", "BD": "BHD", "KD": "KWD", "Eur": "EUR", "Kč": "CZK", "zł": "PLN",
}  # fmt: skip

# One-letter marks: glued to the number only ('R500', 'N5bn').
GLUED_MARKS = frozenset({"R", "N", "P"})

_MAIN = {
    "dollar dollars buck bucks greenback greenbacks": "USD",
    "pound pounds quid sterling": "GBP",
    "euro euros": "EUR",
    "yen": "JPY",
    "yuan renminbi": "CNY",
    "rupee rupees": "INR",
    "rouble roubles ruble rubles": "RUB",
    "won": "KRW",
    "franc francs": "CHF",
    "krona kronor": "SEK",
    "krone kroner": "NOK",
    "peso pesos": "MXN",
    "real reais reals": "BRL",
    "rand": "ZAR",
    "lira liras lire": "TRY",
    "shekel shekels": "ILS",
    "dirham dirhams": "AED",
    "riyal riyals": "SAR",
    "rial rials": "IRR",
    "dinar dinars": "KWD",
    "naira": "NGN",
    "cedi cedis": "GHS",
    "shilling shillings": "KES",
    "baht": "THB",
    "ringgit": "MYR",
    "rupiah": "IDR",
    "dong": "VND",
    "taka": "BDT",
    "zloty zlotys zlotych": "PLN",
    "forint forints": "HUF",
    "koruna korunas": "CZK",
    "hryvnia hryvnias hryvnya": "UAH",
    "tenge": "KZT",
    "birr": "ETB",
    "bitcoin bitcoins": "BTC",
    "ether": "ETH",
}
_SUBUNITS = {
    "cent cents": "USX",
    "penny pence pennies": "GBX",
    "eurocent eurocents": "EUX",
    "kopeck kopecks kopek kopeks": "RUX",
    "paise paisa": "INX",
}
NAMES = {name: code for names, code in (_MAIN | _SUBUNITS).items() for name in names.split()}

# Names that are ordinary words besides; they need a plural, a scale word or another sign of money.
DOUBTFUL = frozenset({"real", "won", "ether", "sterling", "buck", "penny"})

_ADJECTIVES = {
    "us dollars": "USD", "american dollars": "USD", "canadian dollars": "CAD", "australian dollars": "AUD",
    "new zealand dollars": "NZD", "hong kong dollars": "HKD", "singapore dollars": "SGD", "taiwan dollars": "TWD",
    "aussie dollars": "AUD", "nz dollars": "NZD", "hk dollars": "HKD", "kiwi dollars": "NZD", "taiwanese dollars": "TWD", "new taiwan dollars": "TWD", "jamaican dollars": "JMD", "zimbabwe dollars": "ZWL",
    "namibian dollars": "NAD", "fijian dollars": "FJD", "liberian dollars": "LRD", "singaporean dollars": "SGD",
    "pounds sterling": "GBP", "british pounds": "GBP", "egyptian pounds": "EGP", "lebanese pounds": "LBP",
    "syrian pounds": "SYP", "sudanese pounds": "SDG", "swiss francs": "CHF", "cfa francs": "XOF", "french francs": "FRF",
    "belgian francs": "BEF", "congolese francs": "CDF", "indian rupees": "INR", "pakistani rupees": "PKR", "sri lankan rupees": "LKR",
    "nepalese rupees": "NPR", "nepali rupees": "NPR", "chinese yuan": "CNY", "japanese yen": "JPY", "korean won": "KRW",
    "south korean won": "KRW", "north korean won": "KPW", "swedish kronor": "SEK", "swedish krona": "SEK", "norwegian kroner": "NOK",
    "norwegian krone": "NOK", "danish kroner": "DKK", "danish krone": "DKK", "icelandic kronur": "ISK", "czech koruna": "CZK",
    "czech crowns": "CZK", "mexican pesos": "MXN", "argentine pesos": "ARS", "argentinian pesos": "ARS",
    "chilean pesos": "CLP", "colombian pesos": "COP", "philippine pesos": "PHP", "cuban pesos": "CUP", "uruguayan pesos": "UYU",
    "brazilian reais": "BRL", "brazilian real": "BRL", "turkish lira": "TRY", "turkish liras": "TRY", "italian lire": "ITL",
    "israeli shekels": "ILS", "new shekels": "ILS", "uae dirhams": "AED", "emirati dirhams": "AED",
    "moroccan dirhams": "MAD", "saudi riyals": "SAR", "qatari riyals": "QAR", "yemeni rials": "YER", "iranian rials": "IRR", "omani rials": "OMR",
    "kuwaiti dinars": "KWD", "iraqi dinars": "IQD", "jordanian dinars": "JOD", "tunisian dinars": "TND", "libyan dinars": "LYD",
    "serbian dinars": "RSD", "algerian dinars": "DZD", "bahraini dinars": "BHD", "kenyan shillings": "KES", "kenya shillings": "KES", "ugandan shillings": "UGX",
    "tanzanian shillings": "TZS", "south african rand": "ZAR", "nigerian naira": "NGN", "polish zlotys": "PLN", "polish zloty": "PLN",
    "russian roubles": "RUB", "russian rubles": "RUB", "hungarian forints": "HUF", "romanian lei": "RON", "bulgarian leva": "BGN", "us cents": "USX",
    "euro cents": "EUX", "ukrainian hryvnias": "UAH", "thai baht": "THB", "malaysian ringgit": "MYR", "indonesian rupiah": "IDR",
    "vietnamese dong": "VND", "canadian cents": "CAX", "australian cents": "AUX",
}  # fmt: skip
# Both forms, since a compound takes the singular: 'a five-million US dollar loan'.
PHRASES = _ADJECTIVES | {name.removesuffix("s"): code for name, code in _ADJECTIVES.items() if name.endswith("s")}
PHRASE_STARTS = frozenset(name.split()[0] for name in PHRASES)

SUBUNIT_OF = {
    "GBX": "GBP",
    "USX": "USD",
    "EUX": "EUR",
    "RUX": "RUB",
    "INX": "INR",
    "CAX": "CAD",
    "AUX": "AUD",
    "NZX": "NZD",
}
# What may be glued in front of cents: 'US60c'.
COUNTRY_CENTS = {"US": "USX", "AU": "AUX", "CA": "CAX", "NZ": "NZX"}
HUNDREDTH = Decimal("0.01")
