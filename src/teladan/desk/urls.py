"""Addresses of the staff's site. Each is declared with `page`, which refuses a view without a permission."""

from teladan.desk.access import page
from teladan.desk.calculator.page import calculator
from teladan.desk.cases import pages as cases
from teladan.desk.hearings import pages as hearings
from teladan.desk.home.page import home
from teladan.desk.intake import pages as intake
from teladan.desk.lists import pages as lists
from teladan.desk.manual import pages as manual
from teladan.desk.meals.page import meals
from teladan.desk.person import pages as person
from teladan.desk.reforms import pages as reforms
from teladan.desk.register import pages as register
from teladan.desk.remission_day import pages as remission_day
from teladan.desk.settings import pages as settings

app_name = "desk"
urlpatterns = [
    page("", home, "home"),
    page("orang/", lists.people, "people"),
    page("orang/cari/", lists.people_search, "people_search"),
    page("bebas/", lists.releases, "releases"),
    page("penahanan/", lists.detention, "detention"),
    page("tanpa-dasar/", lists.overstay, "overstay"),
    page("wali/", lists.wards, "wards"),
    page("data-kurang/", lists.missing, "missing"),
    page("langkah/", lists.steps, "steps"),
    page("dapur/", meals, "meals"),
    page("hitung/", calculator, "calculator"),
    *register.urlpatterns,
    *person.urlpatterns,
    *intake.urlpatterns,
    *manual.urlpatterns,
    *cases.urlpatterns,
    *hearings.urlpatterns,
    *remission_day.urlpatterns,
    *settings.urlpatterns,
    *reforms.urlpatterns,
]
