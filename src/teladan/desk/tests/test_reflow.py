"""Pages at 320 px, as a wide screen shows them at 400 %, and with text twice as large: nothing scrolls sideways."""

from django.urls import reverse

from teladan.desk.tests.access_table import ADDRESSES
from teladan.people.models.facility import Role

WIDER = "document.documentElement.scrollWidth > innerWidth"
LARGE = "document.documentElement.style.fontSize = '200%'"


def _readable(client):
    for name, address in ADDRESSES.items():
        if Role.HEAD in address.roles and address.post is None:
            url = reverse(f"desk:{name}", kwargs=address.places())
            answer = client.get(url)
            if answer.status_code == 200 and answer["Content-Type"].startswith("text/html"):
                yield name, url


def test_every_page_reflows(prison, live_server, page, client, sign_in):
    _house, staff = prison
    sign_in(staff[Role.HEAD])
    wide = []
    for name, url in _readable(client):
        page.set_viewport_size({"width": 320, "height": 640})
        page.goto(f"{live_server.url}{url}")
        if page.evaluate(WIDER):
            wide.append(f"{name} at 320 px")
        page.set_viewport_size({"width": 1280, "height": 720})
        page.evaluate(LARGE)
        if page.evaluate(WIDER):
            wide.append(f"{name} with text of 200 %")
    assert wide == []
