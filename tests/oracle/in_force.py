"""From which day which rule binds. Each date is the statute's own."""

from datetime import date

KEPPRES_174_1999 = date(1999, 12, 23)
PP_28_2006 = date(2006, 7, 28)  # art 34(3): one third first
M_HH_01_2008 = date(2008, 1, 1)  # M.HH.01.PK.05.06/2008 changed the counting; the older formula is not known (U13)
M_HH_01_2010 = date(2010, 1, 1)  # remission granted late; only the year is known
PP_99_2012 = date(2012, 11, 12)  # arts 34, 34A, 36, 43, 43A
PERMEN_21_2013 = date(2013, 1, 1)  # only the year is known
PERMEN_3_2018 = date(2018, 2, 15)
IMLEK_IN_PRACTICE = date(2018, 1, 1)
MA_28P_HUM_2021 = date(2021, 10, 28)  # cooperation no longer binding
PERMEN_7_2022 = date(2022, 1, 28)  # late in January; the day by one source
UU_22_2022 = date(2022, 8, 3)  # arts 9 and 10
SPPN_IN_PRACTICE = date(2023, 1, 1)
PERMEN_16_2023 = date(2023, 1, 1)  # art 29; only the year is known
KUHP_2023 = date(2026, 1, 2)


def cooperation_binds(day: date) -> bool:
    """PP 99/2012 arts 34A(1)(a), 43A(1)(a), struck down by the Supreme Court (28P/HUM/2021)."""
    return PP_99_2012 <= day < MA_28P_HUM_2021


def two_tracks(day: date) -> bool:
    """Judgments final before PP 99/2012 stay under PP 28/2006 until UU 22/2022 (U11)."""
    return PP_28_2006 <= day < UU_22_2022


def humanitarian_remission(day: date) -> bool:
    """Permenkumham 21/2013 art 18, then Permenkumham 16/2023 art 29; nothing known between."""
    return PERMEN_21_2013 <= day < PERMEN_3_2018 or day >= PERMEN_16_2023


def humanitarian_excludes_special(day: date) -> bool:
    return day < PERMEN_3_2018


# Home assimilation: decisions from .. until, and the last two-thirds date that was let through.
HOME_ASSIMILATION = (
    (date(2020, 3, 30), date(2020, 12, 31), date(2020, 12, 31)),  # Permenkumham 10/2020
    (date(2021, 1, 1), date(2021, 6, 30), date(2021, 6, 30)),  # Permenkumham 32/2020 art 45
    (date(2021, 7, 1), date(2021, 12, 31), date(2021, 12, 31)),  # Permenkumham 24/2021
    (date(2022, 1, 1), date(2022, 6, 30), date(2022, 6, 30)),  # Permenkumham 43/2021
    (date(2022, 7, 1), date(2022, 12, 31), date(2022, 12, 31)),  # ministerial decree of 2022
    (date(2023, 1, 1), date(2023, 6, 30), date(2023, 6, 30)),  # ministerial decree of December 2022
)
PERMEN_32_2020 = date(2021, 1, 1)


def home_assimilation_cutoff(day: date) -> date | None:
    return next((cutoff for start, end, cutoff in HOME_ASSIMILATION if start <= day <= end), None)
