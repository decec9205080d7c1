"""A lawyer confirms a version of a rule, or takes a confirmation back. For every facility of the installation at once.

The notes of everybody inside follow: each facility's worker writes them anew; too long for a page.
"""

import datetime as dt
import hashlib
import json

from django.db import transaction

from teladan.law.manual import versions
from teladan.law.manual.dated import said_by
from teladan.people.models import Facility, Officer, Stay
from teladan.rights import actions
from teladan.rights.confirmations import last_by_rule
from teladan.rights.errors import RightsError
from teladan.rights.jobs.asking import ask_confirm
from teladan.rights.models import Confirmation
from teladan.rights.services.nationwide import lock_all, own, tell_all


@transaction.atomic
def confirm_rule(  # noqa: PLR0913 - each is asked of the officer
    rule: str,
    digest: str,
    *,
    regulation: str,
    article: str,
    read_on: dt.date,
    why: str,
    actor: Officer | None,
    now: dt.datetime,
    source: str = "",
) -> Confirmation:
    """Record that a version says what the text says. `digest`: of the words that the officer was shown.

    Sent twice it is kept once. KeyError for a version that does not exist; raises RightsError.
    """
    facilities = lock_all()
    about, version = versions()[rule]
    row = Confirmation(
        rule=rule,
        digest=version.digest,
        said=said_by(about, version),
        mark=version.mark,
        regulation=regulation.strip(),
        article=article.strip(),
        read_on=read_on,
        source=source.strip(),
        why=why.strip(),
    )
    _refuse(row, digest, now.date())
    if (last := last_by_rule().get(rule)) and last.digest == version.digest:
        if _says_the_same(last, row):
            return last
        raise _refused("confirmed", "Aturan ini sudah dipastikan.", "This rule is confirmed already.")
    return _keep(row, facilities, actor, now, actions.RULE_CONFIRMED)


@transaction.atomic
def withdraw_confirmation(
    confirmation: Confirmation, *, why: str, actor: Officer | None, now: dt.datetime
) -> Confirmation:
    """Take a confirmation back: the notes name the rule again. Taking it back twice is taking it back once."""
    facilities = lock_all()
    if not why.strip():
        raise _refused("why_missing", "Tuliskan mengapa ditarik.", "Write why it is taken back.", field="why")
    if confirmation.withdraws_id:
        raise ValueError("a withdrawal is not taken back: confirm the rule again")
    if done := Confirmation.objects.filter(withdraws=confirmation).first():
        return done
    kept = ("rule", "digest", "mark", "regulation", "article")
    row = Confirmation(withdraws=confirmation, why=why.strip(), **{name: getattr(confirmation, name) for name in kept})
    return _keep(row, facilities, actor, now, actions.CONFIRMATION_WITHDRAWN)


def _says_the_same(last: Confirmation, row: Confirmation) -> bool:
    return all(getattr(last, name) == getattr(row, name) for name in ("regulation", "article", "read_on", "why"))


def _keep(
    row: Confirmation, facilities: list[Facility], actor: Officer | None, now: dt.datetime, action: str
) -> Confirmation:
    row.made_at, row.made_by = now, actor
    row.save()
    data = {"rule": row.rule, "digest": row.digest, "told": _told(row)}
    tell_all(facilities, actor, action, f"rule:{row.rule}", data)
    inside = set(Stay.objects.filter(released_on=None).values_list("facility", flat=True))
    for facility in facilities:
        if facility.pk in inside:
            ask_confirm(facility, row, actor=own(actor, facility), now=now)
    return row


def _told(row: Confirmation) -> str:
    """Return the digest of what the officer wrote: the ledger takes no prose, and this text everybody may read."""
    read_on = row.read_on.isoformat() if row.read_on else ""
    text = json.dumps([row.regulation, row.article, read_on, row.source, row.why], ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()


def _refuse(row: Confirmation, digest: str, today: dt.date) -> None:
    if digest != row.digest:
        raise _refused(
            "changed",
            "Bunyi aturan ini berubah sejak halaman dibuka. Baca lagi, lalu pastikan.",
            "The wording of this rule has changed since the page was opened. Read it again, then confirm.",
        )
    if row.read_on and row.read_on > today:
        raise _refused("later", "Tanggal dibaca belum tiba.", "The day of reading is still to come.", field="read_on")
    if not row.regulation:
        raise _refused("no_text", "Sebut peraturan yang dibaca.", "Name the regulation read.", field="regulation")
    if not row.article:
        raise _refused("no_article", "Sebut pasal yang dibaca.", "Name the article read.", field="article")
    if not row.why:
        raise _refused("why_missing", "Tuliskan apa bunyi naskahnya.", "Write what the text says.", field="why")


def _refused(code: str, id_: str, en: str, *, field: str = "") -> RightsError:
    return RightsError(None, code, id=id_, en=en, field=field)
