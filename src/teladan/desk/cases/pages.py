"""Addresses of the cases."""

from teladan.desk.access import page
from teladan.desk.cases.leaves import case_again, case_revoke
from teladan.desk.cases.letter import case_letter
from teladan.desk.cases.listing import CASES
from teladan.desk.cases.page import case
from teladan.desk.cases.papers import case_document, case_paper
from teladan.desk.cases.work import case_decide, case_step
from teladan.desk.lists.view import list_view

urlpatterns = [
    page("perkara/", list_view(CASES, "cases.read"), "cases"),
    page("perkara/<uuid:uid>/", case, "case"),
    page("perkara/<uuid:uid>/langkah/", case_step, "case_step"),
    page("perkara/<uuid:uid>/dokumen/", case_document, "case_document"),
    page("perkara/<uuid:uid>/dokumen/<slug:code>/", case_paper, "case_paper"),
    page("perkara/<uuid:uid>/keputusan/", case_decide, "case_decide"),
    page("perkara/<uuid:uid>/lagi/", case_again, "case_again"),
    page("perkara/<uuid:uid>/pencabutan/", case_revoke, "case_revoke"),
    page("perkara/<uuid:uid>/surat.pdf", case_letter, "case_letter"),
]
