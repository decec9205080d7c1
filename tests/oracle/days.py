"""The days on which people are looked at: the day before, the day of and the day after each change of the law."""

from datetime import date, timedelta

from tests.oracle import in_force
from tests.oracle.in_force import HOME_ASSIMILATION

CHANGES = sorted(
    {
        in_force.PP_28_2006,
        in_force.M_HH_01_2008,
        in_force.M_HH_01_2010,
        in_force.PP_99_2012,
        in_force.PERMEN_21_2013,
        in_force.IMLEK_IN_PRACTICE,
        in_force.PERMEN_3_2018,
        in_force.MA_28P_HUM_2021,
        in_force.PERMEN_7_2022,
        in_force.UU_22_2022,
        in_force.PERMEN_16_2023,
        in_force.KUHP_2023,
        *(start for start, _, _ in HOME_ASSIMILATION),
        HOME_ASSIMILATION[-1][1] + timedelta(days=1),
    }
)
ODD = [
    in_force.KEPPRES_174_1999,
    date(2000, 2, 29),
    date(2005, 8, 17),
    date(2010, 12, 25),
    date(2024, 2, 29),
    date(2025, 1, 31),
    date(2025, 7, 23),
    date(2025, 8, 17),
    date(2026, 11, 24),
    date(2033, 12, 23),
]
DAYS = sorted({day + timedelta(days=n) for day in CHANGES for n in (-1, 0, 1)} | set(ODD))


def of_batch(batch: int, each: int) -> list[date]:
    """So many of the days, from one batch of people to the next going round all of them."""
    return [DAYS[(batch * each + n) % len(DAYS)] for n in range(each)]
