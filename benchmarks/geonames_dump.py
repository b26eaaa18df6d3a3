"""Writes an invented dump in GeoNames' format, the same each time: ``python -m benchmarks.geonames_dump DIR [PLACES]``.

By default it is as large as the world: 13 million places in `allCountries.txt`, 18 million names in
`alternateNamesV2.txt`. Names are made of syllables of four scripts; one place in ten bears one of 5,000 common names.
"""

import random
import sys
from collections.abc import Iterator
from pathlib import Path

PLACES, NAMES_A_PLACE = 13_000_000, 18 / 13
COMMON = 0.1  # of the places bear a common name
UNITS = 20  # first-order units of a country
COUNTRIES = ("IQ", "SY", "UA", "ML", "US", "CN", "BR", "IN", "RU", "NG")
FEATURES = ("P.PPL",) * 10 + (
    "P.PPLX",
    "H.STM",
    "H.LK",
    "T.HLL",
    "T.MT",
    "S.BLDG",
    "L.AREA",
    "V.FRST",
    "A.ADM3",
    "R.RD",
)
SYLLABLES = {
    "latin": "ba ka ri mo ha san ter lo ben zu min gar vet os lin da rak tal afar al_ deir_ new_ qu she ing ton wo mel "
    "far che ni po bur sul jed yar khe nov tri gue vil hol ston dor mar ez_ sau pe ro tan gi lu fel cor",
    "arabic": "با كر مو حا سن تر لو بن زو من غر دا ال رك تل",
    "cyrillic": "ба ка ри мо ха сан тер ло бен зу мин гар вет ос лин",
    "hebrew": "בא קר מו חא סן תר לו בן זו מן גר דא",
}
SCRIPTS = ("latin",) * 7 + ("arabic", "cyrillic", "hebrew")


def main() -> None:
    """Write the two files."""
    write(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else PLACES)


def write(folder: Path, count: int) -> None:
    """Write the dump of so many places into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "allCountries.txt").open("w", encoding="utf-8") as file:
        file.writelines(places(count))
    with (folder / "alternateNamesV2.txt").open("w", encoding="utf-8") as file:
        file.writelines(names(count))


def places(count: int) -> Iterator[str]:
    """Yield the lines of places, their first-order units first."""
    pick = random.Random(1)  # noqa: S311 (a sample, not a secret)
    common = [name_of(pick, "latin") for _ in range(5_000)]
    for number in range(1, count + 1):
        country, unit = COUNTRIES[number % len(COUNTRIES)], pick.randrange(UNITS)
        group, feature = ("A", "ADM1") if number <= len(COUNTRIES) * UNITS else pick.choice(FEATURES).split(".")
        unit = (number - 1) // len(COUNTRIES) if feature == "ADM1" else unit
        name = pick.choice(common) if pick.random() < COMMON else name_of(pick, "latin")
        lat, lon = pick.uniform(-60, 75), pick.uniform(-180, 180)
        people = int(pick.paretovariate(0.8) * 100) if group == "P" and pick.random() < 0.05 else 0
        yield (
            f"{number}\t{name}\t{name}\t\t{lat:.5f}\t{lon:.5f}\t{group}\t{feature}\t{country}\t\t{unit:02}\t\t\t\t"
            f"{min(people, 30_000_000)}\t\t0\tUTC\t2026-01-01\n"
        )


def names(count: int) -> Iterator[str]:
    """Yield the lines of further names."""
    pick = random.Random(2)  # noqa: S311
    for number in range(1, round(count * NAMES_A_PLACE) + 1):
        yield f"{number}\t{pick.randint(1, count)}\t\t{name_of(pick, pick.choice(SCRIPTS))}\t\t\t\t\t\t\n"


def name_of(pick: random.Random, script: str) -> str:
    """Return an invented name of three to six syllables."""
    syllables = pick.choices(SYLLABLES[script].split(), k=pick.randint(3, 6))
    return "".join(syllables).replace("_", " ").strip().title()


if __name__ == "__main__":
    main()
