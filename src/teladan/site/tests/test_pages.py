"""What holds for every page: headers, language, refusals, health."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client

SIGN_IN = "/akun/masuk/"


def test_site_says_that_it_is_alive(client, db):
    assert client.get("/healthz").json() == {"status": "ok"}


def test_site_says_when_its_database_is_gone(client, db, monkeypatch):
    def refuse():
        raise OSError

    with monkeypatch.context() as broken:
        broken.setattr(connection, "cursor", refuse)
        response = client.get("/healthz")
    assert response.status_code == 503
    assert response.json() == {"status": "database does not answer"}


@pytest.mark.django_db
def test_security_policy_allows_nothing_inline(client):
    policy = client.get(SIGN_IN)["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "script-src 'self'" in policy
    assert "style-src 'self'" in policy
    assert "unsafe" not in policy


@pytest.mark.django_db
def test_pages_are_kept_by_no_cache_and_no_frame(client):
    response = client.get(SIGN_IN)
    assert "no-store" in response["Cache-Control"]
    assert response["X-Frame-Options"] == "DENY"
    assert response["Referrer-Policy"] == "same-origin"
    assert response["X-Content-Type-Options"] == "nosniff"


@pytest.mark.django_db
def test_an_english_browser_alone_does_not_choose_english(client):
    response = client.get(SIGN_IN, headers={"accept-language": "en-GB,en;q=0.9"})
    assert '<html lang="id"' in response.content.decode()


@pytest.mark.django_db
def test_reader_chooses_english(client):
    back = client.post("/bahasa/", {"language": "en", "next": SIGN_IN})
    assert back["Location"] == SIGN_IN
    assert "Sign in" in client.get(SIGN_IN).content.decode()


@pytest.mark.django_db
def test_language_form_leads_nowhere_else(client):
    back = client.post("/bahasa/", {"language": "en", "next": "https://other.example/"})
    assert back["Location"] == "/"


@pytest.mark.django_db
def test_missing_page_says_so_plainly(client):
    response = client.get("/tidak-ada/")
    assert response.status_code == 404
    assert "Halaman ini tidak ada" in response.content.decode()


@pytest.mark.django_db
def test_form_without_its_token_is_refused_plainly():
    response = Client(enforce_csrf_checks=True).post(SIGN_IN, {"login": "a", "password": "b"})
    assert response.status_code == 403
    assert "Halaman sudah kedaluwarsa" in response.content.decode()


@pytest.mark.django_db
def test_account_page_is_closed_to_strangers(client):
    response = client.get("/akun/dua-langkah/")
    assert response.status_code == 302
    assert response["Location"].startswith(SIGN_IN)


@pytest.mark.django_db
def test_access_log_holds_the_route_not_the_address(client, caplog):
    caplog.set_level("INFO", logger="teladan.access")
    client.get("/akun/masuk/?next=/cari/nama-seseorang")
    record = caplog.records[-1]
    assert record.route == "akun/masuk/"
    assert record.status == 200
    assert "seseorang" not in str(record.__dict__)


def test_a_hundred_and_one_files_are_refused_with_their_number(client):
    files = [SimpleUploadedFile(f"{number}.txt", b"x") for number in range(101)]
    answer = client.post("/akun/masuk/", {"uploads": files})
    assert answer.status_code == 400
    assert "Paling banyak 100 berkas" in answer.content.decode()


def test_a_form_of_six_megabytes_is_refused_as_too_long(client):
    answer = client.post("/akun/masuk/", {"login": "x" * 6_000_000})
    assert answer.status_code == 400
    assert "terlalu panjang" in answer.content.decode()
