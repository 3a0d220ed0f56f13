"""Synthetic values of every kind, and the ways in which people write them.

Everything is drawn by a `random.Random`, so one seed gives one file. Shapes are those of the public descriptions (Government Regulation 40/2019
for the NIK, tax rules for the NPWP, and so on); no number is taken from a person. A value that exists by chance belongs to nobody on purpose.
"""
import datetime

# Districts (six digits of the Ministry of Home Affairs), plate letters, mobile prefixes and area codes from all parts of the country.
DISTRICTS = """
110108 110116 110216 110301 110310 110504 110601 110602 110603 110608 110714 110717 120119 120212 120504 120813 120831 121410 121428 122002
122203 127102 127117 127603 130413 130602 131002 131208 140414 140509 140510 140713 141009 147109 150111 150208 150212 150311 150710 161001
167306 177106 180228 180709 190103 190305 210506 217112 217203 317202 317301 317307 317506 320130 320214 320329 320332 320511 320539 320605
320734 321003 321114 321117 321124 321125 321517 327104 327607 330114 330402 330516 331107 331301 331304 332106 332501 332609 337405 340212
340307 340406 350102 350106 350508 350716 350722 350729 350730 350801 350817 351016 351022 351910 352215 352806 352901 357801 360208 360312
360318 510208 510603 517104 520606 520612 531302 531410 610404 610413 620505 621008 630106 630507 641105 647104 647203 710602 710706 720222
720227 730307 730823 731819 740428 741402 757105 760101 760106 810115 810406 820403 910502 917105 921103 940304 940309 950303 950431 950505
967109
""".split()
PLATES = "A B D E F T Z G H K R AA AD AB L M N P S W AE AG BA BB BK BD BE BG BH BL BM BN BP DA DB DC DD DG DH DK DL DM DN DR DT EA EB ED KB KH KT KU PA PB".split()
MOBILE = "811 812 813 815 816 817 818 819 821 822 823 831 838 851 852 853 855 856 857 858 859 877 878 881 882 887 888 895 896 897 898 899".split()
AREAS = "21 22 24 31 61 231 251 254 271 274 281 291 321 331 341 351 361 370 380 401 411 431 451 511 541 561 617 651 711 721 736 741 751 761 771 778 911 951 967 981".split()
BANKS = {"BCA": 10, "BRI": 15, "BNI": 10, "Mandiri": 13, "BSI": 10, "BTN": 16, "Bank Jatim": 10, "BJB": 13, "CIMB Niaga": 13, "Danamon": 12}
MAILS = "gmail.com yahoo.com yahoo.co.id outlook.com hotmail.com ymail.com icloud.com rocketmail.com".split()

FULLWIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
ARABIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
WORDS = "nol satu dua tiga empat lima enam tujuh delapan sembilan".split()


def digits(rng, n):
    return "".join(rng.choice("0123456789") for _ in range(n))


def day(rng, first, last):
    start, end = datetime.date(first, 1, 1), datetime.date(last, 12, 31)
    return start + datetime.timedelta(days=rng.randrange((end - start).days + 1))


def luhn_digit(text):
    """The digit that makes `text` followed by it pass Luhn's check."""
    total = 0
    for place, sign in enumerate(reversed(text)):
        twice = int(sign) * (2 if place % 2 == 0 else 1)
        total += twice - 9 if twice > 9 else twice
    return str(-total % 10)


def nik(rng):
    born = day(rng, 1945, 2018)
    shift = 40 if rng.random() < 0.5 else 0
    return f"{rng.choice(DISTRICTS)}{born.day + shift:02}{born.month:02}{born.year % 100:02}{rng.randrange(1, 60):04}"


def kk(rng):
    issued = day(rng, 2006, 2023)
    return f"{rng.choice(DISTRICTS)}{issued:%d%m%y}{rng.randrange(1, 3000):04}"


def npwp(rng):
    """Fifteen digits: eight, Luhn's digit, office, branch."""
    eight = rng.choice("0123456789") + digits(rng, 7)
    return f"{eight}{luhn_digit(eight)}{rng.randrange(11, 999):03}000"


def nip(rng):
    born = day(rng, 1964, 1998)
    began = born.year + rng.randrange(20, 32)
    return f"{born:%Y%m%d}{min(began, 2023)}{rng.randrange(1, 13):02}{rng.choice('12')}{rng.randrange(1, 30):03}"


def mobile(rng):
    """Digits after the zero."""
    return rng.choice(MOBILE) + digits(rng, rng.choice((7, 8, 8, 8, 9)))


def fixed(rng):
    """Area code and the rest, apart."""
    area = rng.choice(AREAS)
    return area, rng.choice("23456789") + digits(rng, 6 if len(area) == 2 else rng.choice((5, 6)))


def plate(rng):
    """Letters, digits, letters, apart."""
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    return rng.choice(PLATES), str(rng.randrange(1000 if rng.random() < 0.9 else 10, 10000)), "".join(rng.choice(letters) for _ in range(rng.choice((2, 2, 3))))


def bpjs(rng):
    return "000" + digits(rng, 10)


def passport(rng):
    return rng.choice("ABCEX") + digits(rng, 7)


def kitas(rng):
    """Eleven characters; no public source fixes the shape."""
    letters = "ABCDEFGHJKLMNPQRSTUVWXYZ"
    return f"{rng.randrange(1, 3)}{rng.choice(letters)}{rng.randrange(11, 24)}{rng.choice(letters)}{rng.choice(letters)}{digits(rng, 4)}{rng.choice(letters)}"


def account(rng):
    """Name of a bank and a number of the length usual there."""
    bank = rng.choice(sorted(BANKS))
    return bank, rng.choice("0123456789") + digits(rng, BANKS[bank] - 1)


# --- ways of writing -------------------------------------------------------------------------------------------------------------------

def grouped(text, sizes, mark):
    parts, at = [], 0
    for size in sizes:
        parts.append(text[at:at + size])
        at += size
    if at < len(text):
        parts.append(text[at:])
    return mark.join(part for part in parts if part)


def fours(text):
    return [4] * (-(-len(text) // 4))


def look_alike(rng, text):
    """At least one 0 as O or one 1 as l or I; a number without either is given one."""
    at = [i for i, sign in enumerate(text) if sign in "01"]
    if not at:
        return None
    chosen = set(rng.sample(at, rng.randrange(1, min(3, len(at)) + 1)))
    return "".join((rng.choice("Oo") if sign == "0" else rng.choice("lI")) if i in chosen else sign for i, sign in enumerate(text))


EVERYDAY = ("plain", "groups", "dotted", "dashed", "official", "punctuated", "glued", "parts", "prefix +62", "prefix 62", "fixed line", "joined", "lower", "upper", "slash", "colon")
# Everything else is a form in which somebody hides a number, or a machine has turned it.


def number_form(rng, text, sizes, form):
    """`text` (digits) written as `form`; None where the form does not fit. `sizes` are the groups in which a person writes it."""
    if form == "plain":
        return text
    if form == "groups":
        return grouped(text, rng.choice((fours(text), sizes)), " ")
    if form == "dotted":
        return grouped(text, sizes, ".")
    if form == "dashed":
        return grouped(text, fours(text), "-")
    if form == "spaced digits":
        return " ".join(text)
    if form == "words":
        return " ".join(WORDS[int(sign)] for sign in text)
    if form == "fullwidth":
        return text.translate(FULLWIDTH)
    if form == "arabic":
        return text.translate(ARABIC)
    if form == "look-alike":
        return look_alike(rng, text)
    if form == "two lines":
        cut = sum(sizes[:max(1, len(sizes) // 2)])
        return text[:cut] + "\n" + text[cut:]
    raise ValueError(form)


COMMON = {"plain": 34, "punctuated": 8, "glued": 7, "colon": 7, "groups": 11, "dotted": 6, "dashed": 6, "spaced digits": 4, "words": 3, "fullwidth": 3, "arabic": 3, "look-alike": 4, "two lines": 4}
SHARES = {
    "nik": COMMON, "kk": COMMON, "nip": COMMON, "bpjs": COMMON, "account": COMMON,
    "npwp": COMMON | {"official": 34, "plain": 20},
    "phone": COMMON | {"prefix +62": 10, "prefix 62": 6, "fixed line": 8, "slash": 2},
    "email": {"plain": 50, "upper": 5, "punctuated": 10, "glued": 5, "colon": 10, "[at]": 6, "at": 6, "(a)": 4, "titik": 4},
    "plate": {"plain": 40, "joined": 18, "lower": 14, "lower joined": 8, "dashed": 6, "dotted": 4, "punctuated": 6, "two lines": 4},
    "passport": {"plain": 50, "groups": 15, "lower": 15, "punctuated": 10, "colon": 10},
    "kitas": {"plain": 55, "dashed": 15, "lower": 10, "punctuated": 10, "colon": 10},
    "handle": {"plain": 1},
}
SIZES = {"nik": [6, 6, 4], "kk": [6, 6, 4], "nip": [8, 6, 1, 3], "npwp": [2, 3, 3, 1, 3, 3], "bpjs": [4, 4, 5], "phone": [4, 4, 5]}


def draw(rng, shares):
    return rng.choices(list(shares), weights=list(shares.values()))[0]


def write(rng, kind, form=None, lead=True):
    """One value of `kind`: {"before", "value", "after", "form", "bank"}.

    `before` is a label stuck to the value ("hp", "nik:"), `after` punctuation; neither is part of the value. Without `lead` (something already
    stands before the value) no label is stuck on, and the value is plain instead.
    """
    form = form or draw(rng, SHARES[kind])
    if form in ("glued", "colon") and not lead:
        form = "plain"
    before, after, bank = "", "", None
    if form == "punctuated":
        after = rng.choice((".", ",", ";", ")", "!", "..", "?"))
    labels = {"nik": ("nik", "NIK", "ktp"), "kk": ("kk", "KK", "nokk"), "nip": ("nip", "NIP"), "bpjs": ("bpjs", "noka", "BPJS"), "account": ("rek", "norek", "Rek"),
              "npwp": ("npwp", "NPWP"), "phone": ("hp", "wa", "HP", "tlp", "WA"), "email": ("email", "e-mail", "Email"), "passport": ("paspor", "Paspor"), "kitas": ("KITAS", "kitas")}
    if form == "glued":
        before = rng.choice(labels[kind]) + (":" if kind == "email" else "")
    if form == "colon":
        before = rng.choice(labels[kind]) + rng.choice((":", " : ", "="))
    value = None
    while value is None:
        value, bank = shape(rng, kind, "plain" if form in ("punctuated", "glued", "colon") else form)
    return {"before": before, "value": value, "after": after, "form": form, "bank": bank}


def shape(rng, kind, form):
    """A value in one form, and the bank it belongs to. The value is None if this draw cannot be written so."""
    if kind in ("nik", "kk", "nip", "bpjs"):
        return number_form(rng, {"nik": nik, "kk": kk, "nip": nip, "bpjs": bpjs}[kind](rng), SIZES[kind], form), None
    if kind == "account":
        bank, text = account(rng)
        return number_form(rng, text, [len(text) - 7, 3, 4] if len(text) > 10 else [4, 3, 3], form), bank
    if kind == "npwp":
        text = npwp(rng)
        if form == "official":
            return f"{text[:2]}.{text[2:5]}.{text[5:8]}.{text[8]}-{text[9:12]}.{text[12:]}", None
        if form == "plain" and rng.random() < 0.3:
            return "0" + text, None
        return number_form(rng, text, SIZES["npwp"], form), None
    if kind == "phone":
        return phone_form(rng, form), None
    if kind == "plate":
        return plate_form(rng, form), None
    if kind == "passport":
        text = passport(rng)
        return {"plain": text, "groups": text[0] + " " + text[1:], "lower": text.lower()}[form], None
    if kind == "kitas":
        text = kitas(rng)
        return {"plain": text, "dashed": text[:-1] + "-" + text[-1], "lower": text.lower()}[form], None
    raise ValueError(kind)


def phone_form(rng, form):
    text = mobile(rng)
    if form == "prefix +62":
        return rng.choice(("+62", "+62 ", "(+62) ", "+62-")) + rng.choice((text, grouped(text, [3, 4, 5], " "), grouped(text, [3, 4, 5], "-")))
    if form == "prefix 62":
        return "62" + text
    if form == "slash":
        return "0" + text[:3] + "/" + text[3:]
    if form == "fixed line":
        area, rest = fixed(rng)
        return rng.choice((f"(0{area}) {rest}", f"0{area}-{rest}", f"0{area} {rest}", f"0{area}{rest}", f"+62 {area} {rest}", f"0{area}.{rest}"))
    return number_form(rng, "0" + text, SIZES["phone"], form)


def plate_form(rng, form):
    letters, number, suffix = plate(rng)
    return {"plain": f"{letters} {number} {suffix}", "joined": letters + number + suffix, "lower": f"{letters} {number} {suffix}".lower(),
            "lower joined": (letters + number + suffix).lower(), "dashed": f"{letters}-{number}-{suffix}", "dotted": f"{letters}.{number}.{suffix}",
            "two lines": f"{letters} {number}\n{suffix}"}[form]


def mail(rng, given, family, form):
    """An address after a name; `form` as in SHARES."""
    local = rng.choice((f"{given}.{family}", f"{given}{family}{rng.randrange(10, 99)}", f"{given}_{family}", f"{given}{rng.randrange(1970, 2006)}", f"{family}{given[:1]}"))
    host = rng.choice(MAILS)
    if form == "[at]":
        return f"{local}{rng.choice(('[at]', ' [at] '))}{host}"
    if form == "at":
        return f"{local} at {host}"
    if form == "(a)":
        return f"{local}{rng.choice(('(a)', '(at)', ' (a) '))}{host}"
    if form == "titik":
        return f"{local.replace('.', '')} at {host.replace('.', ' titik ')}"
    return f"{local}@{host}".upper() if form == "upper" else f"{local}@{host}"
