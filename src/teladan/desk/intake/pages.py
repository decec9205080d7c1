"""Addresses of the intake."""

from teladan.desk.access import page
from teladan.desk.intake.decide import intake_confirm, intake_reject
from teladan.desk.intake.proposal import intake_file, intake_proposal
from teladan.desk.intake.receive import intake, intake_batch, intake_upload

urlpatterns = [
    page("putusan/", intake, "intake"),
    page("putusan/unggah/", intake_upload, "intake_upload"),
    page("putusan/kiriman/<uuid:uid>/", intake_batch, "intake_batch"),
    page("putusan/<uuid:uid>/", intake_proposal, "intake_proposal"),
    page("putusan/<uuid:uid>/masukkan/", intake_confirm, "intake_confirm"),
    page("putusan/<uuid:uid>/batalkan/", intake_reject, "intake_reject"),
    page("putusan/<uuid:uid>/berkas/", intake_file, "intake_file"),
]
