"""The acts of rights that the ledger knows."""

from teladan.ledger.actions import register

CASE_OPENED = register("rights.case.opened", id="Perkara hak dibuka.", en="A rights case was opened.")
CASE_MOVED = register("rights.case.moved", id="Tanggal perkara hak bergeser.", en="The date of a rights case moved.")
CASE_CHANGED = register(
    "rights.case.changed", id="Besaran perkara hak berubah.", en="The amount of a rights case changed."
)
CASE_CLOSED = register("rights.case.closed", id="Perkara hak ditutup.", en="A rights case was closed.")
CASE_REOPENED = register("rights.case.reopened", id="Perkara hak dibuka kembali.", en="A rights case was opened again.")
STEP_FINISHED = register(
    "rights.step.finished", id="Tahap perkara hak selesai.", en="A step of a rights case was finished."
)
HEARING_PLANNED = register("rights.hearing.planned", id="Sidang TPP direncanakan.", en="A hearing was planned.")
HEARING_CLOSED = register("rights.hearing.closed", id="Sidang TPP selesai.", en="A hearing was closed.")
DECIDED = register("rights.decision.made", id="Keputusan hak dicatat.", en="A decision on a right was recorded.")
OCCASION_OPENED = register(
    "rights.occasion.opened", id="Usulan remisi bersama dibuat.", en="A remission day was proposed."
)
OCCASION_DECIDED = register(
    "rights.occasion.decided", id="Keputusan remisi bersama dicatat.", en="A remission day was decided."
)
MEMBER_APPOINTED = register(
    "rights.team.appointed", id="Anggota TPP ditetapkan.", en="A member of the hearing team was appointed."
)
MEMBER_ENDED = register(
    "rights.team.ended", id="Keanggotaan TPP berakhir.", en="A membership of the hearing team ended."
)
TEAM_SIZE_SET = register(
    "rights.team.size", id="Jumlah anggota TPP ditetapkan.", en="The size of the hearing team was set."
)
PREPARATION_SET = register(
    "rights.preparation.set", id="Waktu persiapan hak diubah.", en="The preparation time of a right was changed."
)
REVOKED = register("rights.leave.revoked", id="Hak integrasi dicabut.", en="A leave was revoked.")
RULE_CONFIRMED = register("rights.rule.confirmed", id="Aturan dipastikan.", en="A rule was confirmed.")
CONFIRMATION_WITHDRAWN = register(
    "rights.rule.withdrawn", id="Kepastian aturan ditarik kembali.", en="The confirmation of a rule was taken back."
)
REFORM_TRIED = register("rights.reform.tried", id="Rancangan aturan dicoba.", en="A draft of a law was tried.")
FEAST_CORRECTED = register("rights.feast.corrected", id="Tanggal hari raya dikoreksi.", en="A feast day was corrected.")
FEAST_WITHDRAWN = register(
    "rights.feast.withdrawn", id="Koreksi hari raya ditarik kembali.", en="A correction of a feast day was taken back."
)
