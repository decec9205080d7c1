"""The acts on officers and facilities, as the ledger names them."""

from teladan.ledger.actions import register
from teladan.people.models import OfficerChange

Act = OfficerChange.Act
ACTS = {
    Act.ADDED: register("people.officer.added", id="Petugas ditambahkan.", en="An officer was added."),
    Act.NAME: register("people.officer.renamed", id="Nama petugas diubah.", en="An officer's name was changed."),
    Act.ROLE: register("people.officer.role", id="Peran petugas diubah.", en="An officer's role was changed."),
    Act.CLOSED: register("people.officer.closed", id="Petugas dinonaktifkan.", en="An officer was deactivated."),
    Act.OPENED: register("people.officer.opened", id="Petugas diaktifkan lagi.", en="An officer was activated again."),
    Act.PASSWORD: register(
        "people.officer.password", id="Kata sandi sekali pakai dibuat.", en="A one-time password was made."
    ),
    Act.SECOND_FACTOR: register(
        "people.officer.second_factor", id="Langkah kedua direset.", en="A second factor was reset."
    ),
}
FACILITY_ADDED = register("people.facility.added", id="Lembaga dicatat.", en="A facility was entered.")
FACILITY_CHANGED = register("people.facility.changed", id="Data lembaga diubah.", en="A facility was changed.")
