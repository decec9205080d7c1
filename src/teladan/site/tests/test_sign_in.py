"""Signing in: wrong passwords, lock-out, the second step, what does not exist."""

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal import auth as totp
from django.core.cache import cache
from django.urls import NoReverseMatch, reverse

SIGN_IN = "/akun/masuk/"
ACCOUNT = "/akun/dua-langkah/"


def attempt(client, officer, password):
    return client.post(SIGN_IN, {"login": officer.username, "password": password})


def test_right_password_opens(client, officer, password):
    response = attempt(client, officer, password)
    assert response.status_code == 302
    assert client.get(ACCOUNT).status_code == 200


def test_wrong_password_is_told_in_indonesian(client, officer):
    response = attempt(client, officer, "salah")
    assert response.status_code == 200
    assert "Nama pengguna atau kata sandi salah" in response.content.decode()


def test_unknown_name_gets_the_same_answer(client, officer):
    officer.username = "tidak-ada"
    assert "Nama pengguna atau kata sandi salah" in attempt(client, officer, "salah").content.decode()


def test_fifth_wrong_password_locks_even_the_right_one(client, officer, password):
    answers = [attempt(client, officer, "salah") for _ in range(5)]
    assert [answer.status_code for answer in answers[:4]] == [200] * 4
    locked = attempt(client, officer, password)
    assert [answers[4].status_code, locked.status_code] == [429, 429]
    assert "Terlalu banyak percobaan" in locked.content.decode()


def test_lock_holds_one_name_only(client, officer, password):
    for _ in range(5):
        client.post(SIGN_IN, {"login": "orang-lain", "password": "salah"})
    assert attempt(client, officer, password).status_code == 302


def test_closed_account_stays_closed(client, officer, password):
    officer.is_active = False
    officer.save()
    attempt(client, officer, password)
    assert client.get(ACCOUNT).status_code == 302


def test_leaving_needs_a_form_not_a_link(client, officer):
    client.force_login(officer, backend="django.contrib.auth.backends.ModelBackend")
    client.get("/akun/keluar/")
    assert client.get(ACCOUNT).status_code == 200
    client.post("/akun/keluar/")
    assert client.get(ACCOUNT).status_code == 302


@pytest.mark.parametrize("name", ["account_signup", "account_email", "account_reset_password"])
def test_visitors_cannot_make_accounts_or_reset_passwords(name):
    with pytest.raises(NoReverseMatch):
        reverse(name)


@pytest.fixture
def secret(officer):
    secret = totp.generate_totp_secret()
    totp.TOTP.activate(officer, secret)
    return secret


def code(secret):
    return totp.format_hotp_value(totp.hotp_value(secret, next(totp.yield_hotp_counters_from_time())))


def test_second_step_is_asked_and_opens(client, officer, password, secret):
    response = attempt(client, officer, password)
    assert response["Location"] == "/akun/dua-langkah/authenticate/"
    assert client.get(ACCOUNT).status_code == 302
    wrong = client.post(response["Location"], {"code": "000000"})
    assert "Kode salah" in wrong.content.decode()
    client.post(response["Location"], {"code": code(secret)})
    assert client.get(ACCOUNT).status_code == 200


def test_secret_lies_sealed_in_the_database(officer, secret):
    kept = Authenticator.objects.get(user=officer).data["secret"]
    assert secret not in kept
    assert totp.TOTP(Authenticator.objects.get(user=officer)).validate_code(code(secret))


def confirm(client, password):
    """Type the password once more, as changes to the account demand."""
    client.post("/akun/pastikan/", {"password": password})


@pytest.mark.parametrize(
    "address",
    [ACCOUNT, "/akun/dua-langkah/totp/activate/", "/akun/kata-sandi/", "/akun/keluar/", "/akun/pastikan/"],
)
def test_every_account_page_opens_in_both_languages(client, officer, password, address):
    attempt(client, officer, password)
    confirm(client, password)
    for language, lang in (("id", 'lang="id"'), ("en", 'lang="en"')):
        client.cookies["teladan_language"] = language
        response = client.get(address)
        assert response.status_code == 200
        assert f"<html {lang}" in response.content.decode()


def test_recovery_codes_are_made_and_shown(client, officer, password, secret):
    client.post(attempt(client, officer, password)["Location"], {"code": code(secret)})
    assert client.get("/akun/dua-langkah/recovery-codes/generate/")["Location"].startswith("/akun/pastikan/")
    confirm(client, password)
    made = client.post("/akun/dua-langkah/recovery-codes/generate/", follow=True)
    assert made.status_code == 200
    assert "10 dari 10 kode belum dipakai" in made.content.decode()


def test_new_password_must_be_good(client, officer, password):
    attempt(client, officer, password)
    response = client.post(
        "/akun/kata-sandi/", {"oldpassword": password, "password1": "12345678", "password2": "12345678"}
    )
    assert response.status_code == 200
    officer.refresh_from_db()
    assert officer.check_password(password)


def test_codes_of_the_second_step_cannot_be_guessed_on(client, officer, password, secret):
    cache.clear()
    step = attempt(client, officer, password)["Location"]
    for _ in range(10):
        client.post(step, {"code": "000000"})
    client.post(step, {"code": code(secret)})
    assert client.get(ACCOUNT).status_code == 302
    cache.clear()
