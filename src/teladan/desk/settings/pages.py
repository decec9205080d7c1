"""Addresses of the settings."""

from teladan.desk.access import page
from teladan.desk.settings.acts import ACTS, act_view
from teladan.desk.settings.adding import officer_add
from teladan.desk.settings.feasts import feast_add, feast_move, feast_take_back
from teladan.desk.settings.officer import officer
from teladan.desk.settings.officers import officers
from teladan.desk.settings.overview import settings
from teladan.desk.settings.preparation import settings_preparation

urlpatterns = [
    page("pengaturan/", settings, "settings"),
    page("pengaturan/persiapan/", settings_preparation, "settings_preparation"),
    page("pengaturan/petugas/", officers, "officers"),
    page("pengaturan/petugas/tambah/", officer_add, "officer_add"),
    page("pengaturan/petugas/<int:pk>/", officer, "officer"),
    *(page(f"pengaturan/petugas/<int:pk>/{act.path}/", act_view(act), act.name) for act in ACTS),
    page("hari-raya/tambah/", feast_add, "feast_add"),
    page("hari-raya/<int:pk>/tarik/", feast_take_back, "feast_take_back"),
    page("hari-raya/<slug:religion>/<slug:day>/", feast_move, "feast_move"),
]
