"""Django settings: safe by default, changed by environment variables that start with TELADAN_."""

import os
from datetime import timedelta
from pathlib import Path

from csp.constants import NONE, SELF

from teladan import TIME_ZONE as USUAL_TIME_ZONE
from teladan.site import environment

ROOT = Path(__file__).resolve().parents[3]
VAR = environment.folder("TELADAN_VAR", ROOT / "var")
HTTPS = environment.flag("TELADAN_HTTPS")
DEBUG = environment.flag("TELADAN_DEBUG")

SECRET_KEY = environment.secret_key(VAR)
ALLOWED_HOSTS = environment.words("TELADAN_HOSTS", "localhost,127.0.0.1,[::1]")
TRUSTED_PROXIES = environment.words("TELADAN_PROXIES", "")
CSRF_TRUSTED_ORIGINS = environment.words("TELADAN_ORIGINS", "")
DATABASES = {
    "default": environment.database(os.environ.get("TELADAN_DATABASE", f"sqlite:///{VAR / 'teladan.sqlite3'}")),
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "teladan.site",  # first: its templates and translations come before those of the libraries
    "teladan.ledger",
    "teladan.people",
    "teladan.rights",
    "teladan.exemplar",
    "teladan.faces",
    "teladan.desk",
    "teladan.portal",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "django.forms",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "axes",
    "csp",
    "django_cotton",
    "django_htmx",
    "django_tasks",
    "django_tasks_db",
    "rules",
    "simple_history",
]
MIDDLEWARE = [
    "teladan.site.client_address.client_address",  # first: everything after it asks for the visitor's address
    "teladan.site.middleware.access_log",
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "teladan.site.middleware.never_stored",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "teladan.site.middleware.ChosenLanguage",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "teladan.site.middleware.SignInDemanded",
    "teladan.site.middleware.own_password_first",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "simple_history.middleware.HistoryRequestMiddleware",
    "axes.middleware.AxesMiddleware",
]
ROOT_URLCONF = "teladan.site.urls"
WSGI_APPLICATION = "teladan.site.wsgi.application"

# --- pages ---
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]
FORM_RENDERER = "teladan.site.forms.Renderer"
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

# --- long work: a queue in the database, done by `teladan worker`; its progress in files (docs/decisions/0010) ---
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"},
    "progress": {"BACKEND": "django.core.cache.backends.filebased.FileBasedCache", "LOCATION": VAR / "progress"},
}

# --- the open calculator: counters of how often an address asked, shared by every web process ---
ASKED = VAR / "asked"
API_PER_MINUTE = environment.number("TELADAN_API_PER_MINUTE", 120)

# --- language and time ---
LANGUAGE_CODE = "id"
LANGUAGES = [("id", "Bahasa Indonesia"), ("en", "English")]
LANGUAGE_COOKIE_NAME = "teladan_language"
LANGUAGE_COOKIE_AGE = 365 * 24 * 3600
LANGUAGE_COOKIE_HTTPONLY = True
LANGUAGE_COOKIE_SAMESITE = "Lax"
LANGUAGE_COOKIE_SECURE = HTTPS
FORMAT_MODULE_PATH = ["teladan.site.formats"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = os.environ.get("TELADAN_TIME_ZONE", USUAL_TIME_ZONE)

# --- files ---
STATIC_URL = "static/"
STATIC_ROOT = VAR / "static"
STATICFILES_DIRS = [folder for folder in [ROOT / "static-build"] if folder.is_dir()]
# Names with a hash of their content never change, those that frontend/build.mjs made too.
WHITENOISE_IMMUTABLE_FILE_TEST = r"^.+\.[0-9a-f]{12}\..+$"
MEDIA_ROOT = VAR / "documents"
FILE_UPLOAD_PERMISSIONS = 0o600
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "whitenoise.storage.CompressedManifestStaticFilesStorage",
    },
}

# --- signing in ---
AUTH_USER_MODEL = "people.Officer"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "rules.permissions.ObjectPermissionBackend",
    "django.contrib.auth.backends.ModelBackend",
]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("username",)},
    },
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 10},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
ACCOUNT_ADAPTER = "teladan.site.sign_in.ClosedSignUp"
ACCOUNT_FORMS = {
    "login": "teladan.site.sign_in.SignInForm",
    "reauthenticate": "teladan.site.sign_in.ConfirmForm",
    "change_password": "teladan.site.sign_in.NewPasswordForm",
}
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*", "password2*"]
ACCOUNT_USER_MODEL_EMAIL_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_NOTIFICATIONS = False
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
# Not for each address: a whole facility may share one. Wrong passwords are counted by axes (site/lock_out.py), in the
# database and for every process; what is left of allauth's own counting bounds the codes of the second step.
ACCOUNT_RATE_LIMITS = {"login": False, "login_failed": "10/15m/key"}
MFA_ADAPTER = "teladan.site.sign_in.SealedSecrets"
MFA_FORMS = {
    "authenticate": "teladan.site.sign_in.CodeForm",
    "reauthenticate": "teladan.site.sign_in.ConfirmCodeForm",
    "activate_totp": "teladan.site.sign_in.ActivateForm",
}
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_TOTP_ISSUER = "Teladan"
AXES_HANDLER = "teladan.site.lock_out.LockOut"
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_LOCKOUT_TEMPLATE = "account/locked_out.html"
AXES_RESET_ON_SUCCESS = True
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False  # trying on makes the wait no longer than the page says
AXES_SENSITIVE_PARAMETERS = ["username", "login", "password"]

# --- what browsers are told ---
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],  # data: for the QR code of the second factor
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        "object-src": [NONE],
        "manifest-src": [SELF],
    },
}
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SESSION_COOKIE_AGE = 8 * 3600  # one shift
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = HTTPS
CSRF_COOKIE_SECURE = HTTPS
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "teladan.site.views.forgery_refused"
SECURE_SSL_REDIRECT = HTTPS
SECURE_REDIRECT_EXEMPT = [r"^healthz$"]
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
if HTTPS:
    # Only behind a proxy that sets this header itself; see docs/security.md.
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024

# --- logs: one JSON line an event on stderr, without personal data ---
LOGGING_CONFIG = "logging.config.dictConfig"
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"json": {"()": "teladan.site.logs.JsonLines"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "json"}},
    "root": {"handlers": ["stderr"], "level": os.environ.get("TELADAN_LOG_LEVEL", "INFO")},
    "loggers": {
        "django": {"handlers": [], "propagate": True},
        "django.request": {"level": "CRITICAL"},  # would log addresses; access_log says the same without
        "django_tasks": {"level": "WARNING"},  # the page of a job says how it goes
        "django_tasks_db": {"level": "WARNING"},
        "axes": {"level": "CRITICAL"},  # would log usernames; its tables keep them
    },
}
