"""Addresses of the hearings."""

from teladan.desk.access import page
from teladan.desk.hearings.overview import hearings
from teladan.desk.hearings.plan import hearing_plan
from teladan.desk.hearings.sitting import hearing, hearing_close, hearing_print
from teladan.desk.hearings.team import hearing_appoint, hearing_member_end, hearing_team, hearing_team_size

urlpatterns = [
    page("sidang/", hearings, "hearings"),
    page("sidang/rencana/", hearing_plan, "hearing_plan"),
    page("sidang/tim/", hearing_team, "hearing_team"),
    page("sidang/tim/tetapkan/", hearing_appoint, "hearing_appoint"),
    page("sidang/tim/jumlah/", hearing_team_size, "hearing_team_size"),
    page("sidang/tim/<int:pk>/akhiri/", hearing_member_end, "hearing_member_end"),
    page("sidang/<uuid:uid>/", hearing, "hearing"),
    page("sidang/<uuid:uid>/tutup/", hearing_close, "hearing_close"),
    page("sidang/<uuid:uid>/cetak/", hearing_print, "hearing_print"),
]
