"""The tiles of the home page: each counts a list and leads to it. A role sees the tiles of its own work."""

from datetime import date

from teladan.desk.home import people_tiles, rule_tiles, work_tiles
from teladan.desk.home.numbers import Numbers
from teladan.desk.home.tile import Tile
from teladan.desk.roles import may
from teladan.people.models import Officer


def for_officer(officer: Officer, day: date, numbers: Numbers) -> list[Tile]:
    """Return the tiles of an officer's role, alarms first."""
    groups = (
        ("dates.read", lambda: people_tiles.overstay(numbers)),
        ("detention.read", lambda: people_tiles.detention(numbers)),
        ("cases.read", lambda: work_tiles.steps(numbers)),
        ("occasions.work", lambda: work_tiles.remission_days(numbers)),
        ("dates.read", lambda: people_tiles.releases(numbers)),
        ("facts.read", lambda: people_tiles.facts(numbers)),
        ("intake.read", lambda: work_tiles.intake(numbers)),
        ("wards.read", lambda: people_tiles.reports(numbers)),
        ("people.read", lambda: people_tiles.arrivals(numbers)),
        ("conduct.read", lambda: people_tiles.programmes(officer, day)),
        ("meals.read", lambda: people_tiles.kitchen(numbers)),
        ("rules.work", lambda: rule_tiles.unsure(day)),
    )
    found = [tile for permission, group in groups if may(officer, permission) for tile in group()]
    return sorted(found, key=lambda tile: tile.tone != "alarm")
