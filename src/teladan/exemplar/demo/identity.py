"""Who a made-up person is, apart from what the law needs: name, birthplace, schooling, work."""

from teladan.exemplar.demo import names
from teladan.exemplar.demo.assumptions import assumed
from teladan.exemplar.demo.chance import Chance
from teladan.exemplar.demo.record import Record

# Regencies of Nusa Tenggara Timur, for birthplaces; each as likely, which nobody counted.
PLACES = (
    "Kota Kupang",
    "Kabupaten Kupang",
    "Timor Tengah Selatan",
    "Timor Tengah Utara",
    "Belu",
    "Malaka",
    "Alor",
    "Rote Ndao",
    "Sabu Raijua",
    "Flores Timur",
    "Lembata",
    "Sikka",
    "Ende",
    "Sumba Timur",
    "Sumba Barat Daya",
)


def add(record: Record, seed: int) -> None:
    """Fill in the identity of a record that has found its place."""
    chance = Chance(seed, "identity", record.slot)
    record.name = names.full_name(chance)
    record.birth_place = "Timor-Leste" if record.nationality == "TL" else chance.one_of(PLACES)
    record.education = chance.pick(assumed("education"))
    record.occupation = chance.pick(assumed("occupation"))
