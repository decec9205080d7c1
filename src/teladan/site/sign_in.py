"""Signing in: accounts are made by the facility, never by visitors; secrets are kept sealed."""

import base64
import hashlib
from typing import Any, ClassVar

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.forms import ChangePasswordForm, LoginForm, ReauthenticateForm
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.base.forms import AuthenticateForm
from allauth.mfa.base.forms import ReauthenticateForm as ReauthenticateByCodeForm
from allauth.mfa.totp.forms import ActivateTOTPForm
from cryptography.fernet import Fernet
from django.conf import settings
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _


class ClosedSignUp(DefaultAccountAdapter):
    """Nobody signs up by themselves."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "username_password_mismatch": _("Nama pengguna atau kata sandi salah. Periksa keduanya dan coba lagi."),
        "incorrect_password": _("Kata sandi salah. Ketik sekali lagi."),
    }

    def set_password(self, user: Any, password: str) -> None:
        """Keep a password that the officer chose: the one that somebody else made is gone."""
        user.must_change_password = False
        super().set_password(user, password)

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:  # noqa: ARG002
        """Lead to the work: whoever has replaced a password is done here."""
        return "/"

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Count nothing: axes does, where allauth would let anybody lock out any name from anywhere."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002
        return False


class SealedSecrets(DefaultMFAAdapter):
    """Second-factor secrets encrypted with a key of the site's own: a stolen database alone is not enough."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": _("Kode salah. Tunggu kode berikutnya di aplikasi dan ketik yang itu."),
    }

    def encrypt(self, text: str) -> str:
        return _sealer().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        return _sealer().decrypt(encrypted_text.encode()).decode()


def _sealer() -> Fernet:
    digest = hashlib.blake2b(settings.SECRET_KEY.encode(), digest_size=32, person=b"teladan-mfa").digest()
    return Fernet(base64.urlsafe_b64encode(digest))


class Labelled:
    """Own labels above the fields, no placeholders inside: a placeholder is gone once one types."""

    labels: ClassVar[dict[str, Any]] = {}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():  # type: ignore[attr-defined]
            field.label, field.help_text = self.labels.get(name, field.label), ""
            field.widget.attrs.pop("placeholder", None)


class SignInForm(Labelled, LoginForm):
    """Username and password."""

    labels: ClassVar = {"login": _("Nama pengguna"), "password": _("Kata sandi")}


class ConfirmForm(Labelled, ReauthenticateForm):
    """The password once more."""

    labels: ClassVar = {"password": _("Kata sandi")}


class NewPasswordForm(Labelled, ChangePasswordForm):
    """The old password, and the new one twice; the page says what a good one is."""

    labels: ClassVar = {
        "oldpassword": _("Kata sandi sekarang"),
        "password1": _("Kata sandi baru"),
        "password2": _("Kata sandi baru sekali lagi"),
    }

    def clean_password1(self) -> str:
        """Refuse the password that is to be replaced: whoever made it knows it."""
        chosen: str = self.cleaned_data["password1"]
        if self.user.check_password(chosen):
            raise ValidationError(_("Pilih kata sandi yang lain daripada yang sekarang."))
        return chosen


class CodeForm(Labelled, AuthenticateForm):
    """A code from the authenticator app, or one of the recovery codes."""

    labels: ClassVar = {"code": _("Kode dari aplikasi autentikator, atau kode pemulihan")}


class ConfirmCodeForm(Labelled, ReauthenticateByCodeForm):
    """A code once more."""

    labels: ClassVar = {"code": _("Kode dari aplikasi autentikator, atau kode pemulihan")}


class ActivateForm(Labelled, ActivateTOTPForm):
    """The first code, which proves that the app was set up."""

    labels: ClassVar = {"code": _("Kode yang sekarang tampil di aplikasi")}
