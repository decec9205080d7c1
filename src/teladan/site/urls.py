"""Every address of the site."""

from allauth.account import views as account
from django.contrib.auth.decorators import login_not_required
from django.urls import URLPattern, URLResolver, include, path
from django.views.i18n import set_language

from teladan.site.views import healthz

# Chosen one by one: sign-up, e-mail and password reset by e-mail do not exist here.
sign_in: list[URLPattern | URLResolver] = [
    path("masuk/", account.login, name="account_login"),
    path("keluar/", account.logout, name="account_logout"),
    path("nonaktif/", account.account_inactive, name="account_inactive"),
    path("kata-sandi/", account.password_change, name="account_change_password"),
    path("pastikan/", account.reauthenticate, name="account_reauthenticate"),
    path("dua-langkah/", include("allauth.mfa.urls")),
]
urlpatterns: list[URLPattern | URLResolver] = [
    path("healthz", healthz, name="healthz"),
    path("bahasa/", login_not_required(set_language), name="set_language"),
    path("akun/", include(sign_in)),
    path("", include("teladan.portal.urls")),
    path("", include("teladan.desk.urls")),
]
handler400 = "teladan.site.views.unreadable"
handler500 = "teladan.site.views.failed"
