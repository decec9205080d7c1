"""What the person was sentenced for, sentence by sentence."""

from datetime import date

from tests.oracle import in_force, lengths
from tests.oracle.three_valued import Answer, every, some

ALWAYS_SPECIAL = {"terrorism", "corruption", "state_security", "human_rights", "transnational"}
FIVE_YEARS = {"years": 5}


def has_offence(sentence: dict, *codes: str) -> Answer:
    offence = sentence.get("offence")
    return None if offence is None else offence in codes


def fixed(sentence: dict) -> Answer:
    """Not for life and not death; a length says so too where the kind is not told."""
    if "kind" in sentence:
        return sentence["kind"] not in ("life", "death")
    return True if sentence.get("term") else None


def final_before_pp_99(sentence: dict, as_of: date) -> Answer:
    """PP 99/2012, transition: judgments final before 12 November 2012. Until that day there was no other track."""
    if sentence.get("final_on"):
        return date.fromisoformat(sentence["final_on"]) < in_force.PP_99_2012
    if as_of < in_force.PP_99_2012:
        return True
    return False if "final_on" in sentence else None


def special(sentence: dict, as_of: date) -> Answer:
    """PP 28/2006 art 34(3): narcotics of any length, where the judgment was final before PP 99/2012."""
    old_narcotics = every([has_offence(sentence, "narcotics"), final_before_pp_99(sentence, as_of)])
    return some([special_by_pp_99(sentence), old_narcotics])


def special_by_pp_99(sentence: dict) -> Answer:
    """PP 99/2012 art 34A: narcotics only from five years."""
    long = fixed(sentence) is False
    if not long:
        term = sentence.get("term")
        long = lengths.in_days(term) >= lengths.in_days(FIVE_YEARS) if term else None
    return some([has_offence(sentence, *ALWAYS_SPECIAL), every([has_offence(sentence, "narcotics"), long])])


def paid(penalty: dict | None) -> Answer:
    """A fine or restitution fully paid."""
    if penalty is None:
        return True
    amount, so_far = penalty.get("amount_rp"), penalty.get("paid_rp")
    return None if amount is None or so_far is None else so_far >= amount


def fine_and_restitution_paid(sentence: dict) -> Answer:
    return every(paid(sentence[name]) if name in sentence else None for name in ("fine", "restitution"))


# Home assimilation -------------------------------------------------------------------------------------------------

SPECIAL_FOR_HOME = ALWAYS_SPECIAL | {"narcotics"}
KUHP_AT_HOME_EXCLUDED = {339, 340, 365, *range(285, 291)}  # Permenkumham 32/2020 art 11
CHILD_PROTECTION_EXCLUDED = {81, 82}  # UU 23/2002 as amended by UU 35/2014


def article_number(article: str) -> tuple[str, int | None]:
    """`KUHP:365(2)` is the code of 1946, article 365."""
    law, _, rest = article.partition(":")
    digits = ""
    for letter in rest.strip():
        if not letter.isdigit():
            break
        digits += letter
    return law.strip().upper(), int(digits) if digits else None


def article_excludes_home(article: str) -> bool:
    law, number = article_number(article)
    if law == "KUHP":
        return number in KUHP_AT_HOME_EXCLUDED
    return ("23/2002" in law or "35/2014" in law) and number in CHILD_PROTECTION_EXCLUDED


def excluded_from_home(sentence: dict, as_of: date) -> Answer:
    """Permenkumham 10/2020: special offences. From 32/2020 also the named articles."""
    by_code = has_offence(sentence, *SPECIAL_FOR_HOME)
    if as_of < in_force.PERMEN_32_2020:
        return by_code
    articles = sentence.get("articles")
    by_article = any(map(article_excludes_home, articles)) if articles else None
    if by_article:
        return True
    needs_articles = has_offence(sentence, "murder", "child_protection")
    return some([by_code, has_offence(sentence, "sexual", "robbery"), every([needs_articles, by_article])])
