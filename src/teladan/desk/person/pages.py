"""Addresses of the pages about one person."""

from teladan.desk.access import page
from teladan.desk.person.conduct import conduct
from teladan.desk.person.documents import documents
from teladan.desk.person.explain import explain_date, explain_right
from teladan.desk.person.forecast import person_forecast
from teladan.desk.person.history import history
from teladan.desk.person.movements import movements
from teladan.desk.person.moves import moves
from teladan.desk.person.sentence import sentence
from teladan.desk.person.summary import summary
from teladan.desk.person.worksheet import worksheet

urlpatterns = [
    page("orang/<uuid:uid>/", summary, "person"),
    page("orang/<uuid:uid>/pidana/", sentence, "person_sentence"),
    page("orang/<uuid:uid>/pembinaan/", conduct, "person_conduct"),
    page("orang/<uuid:uid>/mutasi/", movements, "person_movements"),
    page("orang/<uuid:uid>/dokumen/", documents, "person_documents"),
    page("orang/<uuid:uid>/riwayat/", history, "person_history"),
    page("orang/<uuid:uid>/perubahan-tanggal/", moves, "person_moves"),
    page("orang/<uuid:uid>/perkiraan/", person_forecast, "person_forecast"),
    page("orang/<uuid:uid>/tanggal/<slug:code>/", explain_date, "person_date"),
    page("orang/<uuid:uid>/hak/<slug:code>/", explain_right, "person_right"),
    page("orang/<uuid:uid>/lembar-hitung/", worksheet, "person_worksheet"),
]
