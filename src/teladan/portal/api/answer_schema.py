"""The assessment as JSON Schema: what every answer holds. The golden cases are held against it."""

from teladan.law import codes
from teladan.law.rights import NAMES
from teladan.portal.api.schema_words import (
    COUNT,
    DATE,
    TEXT,
    TRUTH,
    Schema,
    code,
    items,
    open_object,
    or_null,
    part,
    told,
)

DAY, NUMBER = or_null(DATE), or_null(COUNT)
LAW = items(part("Citation"))
FRACTIONS: Schema = {"one_third": DAY, "half": DAY, "two_thirds": DAY}
COUNTED: Schema = {"prison": COUNT, "house": COUNT, "city": COUNT}
PLAIN = or_null({"type": ["string", "integer"]})

TIMELINE = open_object(
    start=DAY,
    start_from=told(or_null(TEXT), "Counted from custody, or from the day the judgment became final."),
    term_days=told(NUMBER, "The term in days, 12 months of 30 days a year."),
    term=or_null(part("Length")),
    credit_days=NUMBER,
    credited=open_object(**COUNTED),
    absent_days=NUMBER,
    expiry_initial=told(DAY, "The end of the term before remission."),
    remission_days=COUNT,
    remission_lost_days=NUMBER,
    **FRACTIONS,
    expiry=told(DAY, "The end of the term after remission, before substitutes."),
    substitute_days=NUMBER,
    release=told(DAY, "The day of release, after unpaid substitutes."),
    register=or_null(code(codes.REGISTERS)),
    served_days=NUMBER,
    other_reading=told(open_object(**FRACTIONS), "The fractions by the reading that was not chosen."),
)
RIGHT = open_object(
    right=code(tuple(NAMES)),
    title=part("Text"),
    status=code(codes.STATUSES),
    date=told(DAY, "The first day it can take effect, without further remission."),
    length=or_null(part("Length")),
    length_days=NUMBER,
    ends=DAY,
    findings=items(part("Finding")),
    law=LAW,
)
FINDING = open_object(
    ("applies", "missing"),
    criterion=TEXT,
    met=told(or_null(TRUTH), "null: not known; `missing` then names the facts."),
    applies=told(TRUTH, "false: not asked of this person."),
    needs=PLAIN,
    has=PLAIN,
    text=part("Text"),
    law=LAW,
    missing=items(TEXT),
)
STEP = open_object((), name=TEXT, **{"from": DAY}, operation={"type": "object"}, result=DAY, text=part("Text"), law=LAW)
ASSESSMENT = told(
    open_object(
        as_of=DATE,
        timeline=part("Timeline"),
        rights=items(part("Right")),
        notes=told(items(part("Note")), "What an officer must look at by hand."),
        sums=told(items(part("Step")), "The sum line by line, to be done again with pen and paper."),
        law_version=told(TEXT, "A digest of the regulation files."),
        conventions=told({"type": "object"}, "Counting conventions other than the usual."),
    ),
    "Dates and rights on `as_of`. Later versions of the same number may add fields; none goes or changes its meaning.",
)
ANSWER: dict[str, Schema] = {
    "Assessment": ASSESSMENT,
    "Timeline": TIMELINE,
    "Right": RIGHT,
    "Finding": FINDING,
    "Step": STEP,
    "Note": open_object(code=TEXT, text=part("Text"), law=LAW),
    "Citation": told(
        open_object(regulation=TEXT, article=TEXT, confidence=code(("A", "B", "C"))),
        "A: the text was read; B: from a secondary source; C: not confirmed.",
    ),
    "Length": open_object(years=COUNT, months=COUNT, days=COUNT),
    "Text": told(open_object(id=TEXT, en=TEXT), "The same sentence in Indonesian and English."),
}
