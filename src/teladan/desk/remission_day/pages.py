"""Addresses of the remission days."""

from teladan.desk.access import page
from teladan.desk.remission_day.days import remission_days
from teladan.desk.remission_day.decrees import remission_decrees, remission_print
from teladan.desk.remission_day.job import remission_job, remission_job_stop
from teladan.desk.remission_day.occasion import remission_day, remission_decide
from teladan.desk.remission_day.opening import remission_open
from teladan.desk.remission_day.proposal import remission_proposal

urlpatterns = [
    page("remisi/", remission_days, "remission_days"),
    page("remisi/usulan/", remission_proposal, "remission_proposal"),
    page("remisi/buka/", remission_open, "remission_open"),
    page("remisi/kerja/<uuid:uid>/", remission_job, "remission_job"),
    page("remisi/kerja/<uuid:uid>/hentikan/", remission_job_stop, "remission_job_stop"),
    page("remisi/<uuid:uid>/", remission_day, "remission_day"),
    page("remisi/<uuid:uid>/keputusan/", remission_decide, "remission_decide"),
    page("remisi/<uuid:uid>/keputusan.pdf", remission_decrees, "remission_decrees"),
    page("remisi/<uuid:uid>/siapkan/", remission_print, "remission_print"),
]
