"""Addresses of the register's forms."""

from django.urls import URLPattern

from teladan.desk.access import page
from teladan.desk.register.acts.checking import check_lists
from teladan.desk.register.acts.filing import add_document, document
from teladan.desk.register.acts.moving import leave, room
from teladan.desk.register.acts.paying import pay
from teladan.desk.register.acts.unfiling import remove_document
from teladan.desk.register.adding import add_view
from teladan.desk.register.admit import admit, admit_again
from teladan.desk.register.changing import change_view
from teladan.desk.register.kind import Kind
from teladan.desk.register.kinds import KINDS, SENTENCE
from teladan.desk.register.removing import remove_view


def _kind(kind: Kind) -> list[URLPattern]:
    """Return add, change and remove; who somebody is and the stay itself are only changed."""
    route, name = f"orang/<uuid:uid>/{kind.name}/", f"person_{kind.name}"
    row = "" if kind is not SENTENCE else "putusan-<int:verdict>/"
    changed = page(f"{route}<int:pk>/", change_view(kind), f"{name}_change")
    if not kind.removable:
        return [changed]
    return [
        page(f"{route}tambah/{row}", add_view(kind), f"{name}_add"),
        changed,
        page(f"{route}<int:pk>/hapus/", remove_view(kind), f"{name}_remove"),
    ]


urlpatterns = [
    page("orang/baru/", admit, "person_admit"),
    page("orang/<uuid:uid>/masuk-lagi/", admit_again, "person_admit_again"),
    page("orang/<uuid:uid>/pindah-kamar/", room, "person_room"),
    page("orang/<uuid:uid>/keluar/", leave, "person_leave"),
    page("orang/<uuid:uid>/pidana/<int:pk>/bayar/", pay, "person_pay"),
    page("orang/<uuid:uid>/sudah-diperiksa/", check_lists, "person_check"),
    page("orang/<uuid:uid>/dokumen/tambah/", add_document, "person_document_add"),
    page("orang/<uuid:uid>/dokumen/<uuid:document>/", document, "person_document"),
    page("orang/<uuid:uid>/dokumen/<uuid:document>/hapus/", remove_document, "person_document_remove"),
    *(pattern for kind in KINDS.values() for pattern in _kind(kind)),
]
