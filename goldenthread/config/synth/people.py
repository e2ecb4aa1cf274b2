"""Invented people. Names are common ones joined by chance; postcodes lie in MX, an area that does not exist."""

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import count

from .dice import Dice, weighted
from .profile import ETHNICITIES, Profile

FORENAMES = {
    "F": (
        "Aisha Alice Amelia Ava Beth Chloe Daisy Eleanor Ella Emily Erin Evie Fatima Freya Grace Hannah "
        "Harriet Holly Imogen Isla Ivy Jasmine Jess Kayla Keira Layla Leah Lily Lola Lucy Maisie Martha Maya "
        "Megan Mia Millie Molly Niamh Nora Olivia Orla Phoebe Poppy Rosie Ruby Sadie Skye Sofia Summer Tilly "
        "Willow Yasmin Zara Zoe"
    ),
    "M": (
        "Aaron Adam Alfie Archie Arlo Arthur Ben Blake Caleb Callum Charlie Connor Daniel Dexter Dylan Edward "
        "Eli Ethan Finley Frankie Freddie George Harry Harvey Henry Hugo Ibrahim Isaac Jack Jacob Jake Jamie "
        "Jayden Joel Joseph Joshua Jude Kai Leo Lewis Liam Logan Louie Luca Mason Max Mohammed Muhammad "
        "Nathan Noah Oliver Oscar Owen Ralph Reuben Riley Rory Rowan Ryan Sam Sebastian Stanley Teddy Theo "
        "Thomas Toby Tyler William Zac"
    ),
}
SURNAMES = (
    "Abbott Ahmed Akhtar Allen Atkins Bailey Baker Barker Barnes Bell Bennett Bishop Booth Bradley Brooks "
    "Brown Burton Butler Carter Chapman Clarke Cole Collins Cook Cooper Cox Davies Dawson Dixon Edwards "
    "Ellis Evans Fisher Fletcher Ford Foster Fox Gibson Gill Gray Green Griffiths Hall Harris Hart Harvey "
    "Hill Holmes Hughes Hunt Hussain Jackson James Jenkins Jones Kaur Kelly Khan King Knight Lane Lawson "
    "Lee Lewis Lloyd Marsh Marshall Martin Mason Matthews Miller Mills Mitchell Moore Morgan Morris "
    "Murphy Nowak Owen Palmer Parker Patel Pearce Perry Phillips Poole Powell Price Pugh Reed Reid "
    "Reynolds Richards Roberts Rogers Rose Russell Ryan Saunders Scott Shah Shaw Simpson Singh Smith "
    "Spencer Stevens Stone Taylor Thomas Thompson Tucker Turner Walker Walsh Ward Watson Webb West White "
    "Williams Wilson Wood Wright Young"
)
_FORENAMES = {sex: names.split() for sex, names in FORENAMES.items()}
_SURNAMES = SURNAMES.split()
_CHECK_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"
_INWARD = "ABDEFGHJLNPQRSTUWXYZ"


def upn(area_code: str, serial: int, born: date) -> str:
    """A unique pupil number: check letter, area, a fictional school number, year of issue, serial."""
    digits = f"{int(area_code):03}{2000 + serial // 1000:04}{(born.year + 4) % 100:02}{serial % 1000:03}"
    weighed = sum(int(digit) * weight for weight, digit in enumerate(digits, start=2))
    return _CHECK_LETTERS[weighed % 23] + digits


def uln(serial: int) -> str | None:
    """A unique learner number of ten digits, or None where the sum gives no valid check digit."""
    digits = f"{700_000_000 + serial:09}"
    remainder = sum(int(digit) * weight for digit, weight in zip(digits, range(10, 1, -1), strict=True)) % 11
    return f"{digits}{10 - remainder}" if remainder else None


@dataclass(slots=True)
class Person:
    surname: str
    forename: str
    born: date
    sex: str
    ethnicity: str
    postcode: str
    upn: str
    uln: str | None
    never_numbered: str = ""  # why there will never be a number: UN2 independent schools only, UN3 educated abroad

    def age(self, on: date) -> int:
        return on.year - self.born.year - ((on.month, on.day) < (self.born.month, self.born.day))

    def starts_school(self) -> date:
        """1 September after the fourth birthday: when a school gives the pupil number."""
        turns = self.born.year + 4
        return date(turns + ((self.born.month, self.born.day) > (8, 31)), 9, 1)


class People:
    """Makes people one after another; serial numbers never repeat within one area."""

    def __init__(self, profile: Profile, roll: Dice) -> None:
        self._profile, self._roll, self._serials = profile, roll, count(1)

    def one(self, age: int, on: date) -> Person:
        """Somebody of that age on that day."""
        roll, serial = self._roll, next(self._serials)
        latest = on.replace(year=on.year - age, day=min(on.day, 28))
        born = latest - timedelta(roll.randint(0, 364))
        sex = "M" if roll.random() < self._profile.boys else "F"
        unnumbered = weighted(roll, {"": 985, "UN2": 10, "UN3": 5})
        return Person(
            roll.choice(_SURNAMES),
            roll.choice(_FORENAMES[sex]),
            born,
            sex,
            weighted(roll, ETHNICITIES),
            postcode(roll),
            upn(self._profile.code, serial, born),
            uln(serial),
            unnumbered,
        )


def postcode(roll: Dice) -> str:
    return f"MX{roll.randint(1, 14)} {roll.randint(1, 9)}{roll.choice(_INWARD)}{roll.choice(_INWARD)}"
