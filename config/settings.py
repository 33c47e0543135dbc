"""How Sportello is switched on: one file, read once from the environment (docs/environment.md)."""

from pathlib import Path

import pghistory
from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _
from environs import Env

from config.postgres import database_url
from config.tiles import tile_sources

BASE_DIR = Path(__file__).resolve().parent.parent
DATA_DIR = BASE_DIR / ".data"

env = Env(prefix="SPORTELLO_")

DEBUG = env.bool("DEBUG", False)
DEMO = env.bool("DEMO", False)
# A key of its own is demanded by the deployment check; this one only serves machines of developers.
SECRET_KEY = env.str(
    "SECRET_KEY", "not-a-secret: set SPORTELLO_SECRET_KEY before opening the doors"
)
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", ["localhost", "127.0.0.1", "[::1]"])
CSRF_TRUSTED_ORIGINS: list[str] = env.list("CSRF_TRUSTED_ORIGINS", [])
SITE_URL = env.str("SITE_URL", "http://localhost:8000")

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "django.contrib.postgres",
    "django.forms",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "bootstrap_italia_template",
    "csp",
    "django_htmx",
    "pgtrigger",
    "pghistory",
    "procrastinate.contrib.django",
    "viewflow",
    "viewflow.workflow",
    "ui",
    "parties",
    "calls",
    "workflows",
    "accounting",
    "letters",
    "evaluation",
    "coworking_registry",
    "grants",
    "internships",
    "portal",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "portal.middleware.PackedPagesMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "portal.middleware.ChosenLanguageMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "pghistory.middleware.HistoryMiddleware",
    "portal.middleware.PrivatePagesMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "parties.middleware.SecondFactorMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "portal.context_processors.house",
                "portal.navigation.office_bar",
            ],
            "builtins": ["django.templatetags.i18n", "django.templatetags.static"],
        },
    }
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

# ATOMIC_REQUESTS stays off: a flow's row lock nested in another transaction breaks under races.
DATABASES = {"default": env.dj_db_url("DATABASE_URL", database_url())}
DATABASES["default"] |= {
    "CONN_MAX_AGE": 60,
    "CONN_HEALTH_CHECKS": True,
    "OPTIONS": DATABASES["default"].get("OPTIONS", {})
    | {"options": "-c lock_timeout=10000 -c statement_timeout=60000"},
}
DATABASES["default"]["TEST"] = {"NAME": "test_sportello" + env.str("TEST_DB_SUFFIX", "")}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "parties.User"
AUTHENTICATION_BACKENDS = [
    "parties.backends.RoleBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 10},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "portal:after_login"
LOGOUT_REDIRECT_URL = "portal:home"

ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_UNIQUE_EMAIL = True
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_CONFIRM_EMAIL_ON_GET = False
ACCOUNT_LOGIN_ON_EMAIL_CONFIRMATION = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = "[Sportello] "
# Limits count per account, never per address alone: a whole office may sit behind one address.
ACCOUNT_RATE_LIMITS = {
    "login": False,
    "signup": False,
    "login_failed": "10/15m/key",
    "confirm_email": "1/1m/key",
    "reset_password": "5/15m/key",
    "reset_password_from_key": False,
    "change_password": "5/15m/user",
    "manage_email": "10/15m/user",
    "reauthenticate": "10/15m/user",
}
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = False
MFA_TOTP_ISSUER = "Sportello"
# A code typed in its last second, or on a phone whose clock is a little off, is still taken (RFC 6238, 5.2).
MFA_TOTP_TOLERANCE = 1

SESSION_COOKIE_AGE = env.int("SESSION_SECONDS", 4 * 60 * 60)
SESSION_SAVE_EVERY_REQUEST = False
SESSION_COOKIE_HTTPONLY = True
HTTPS = env.bool("HTTPS", False)
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = HTTPS
SECURE_HSTS_SECONDS = env.int("HSTS_SECONDS", 31536000 if HTTPS else 0)
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = HTTPS
SECURE_PROXY_SSL_HEADER = (
    ("HTTP_X_FORWARDED_PROTO", "https") if env.bool("BEHIND_PROXY", False) else None
)
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "SAMEORIGIN"
# Pictures under the map of the spaces, as https://host/{z}/{x}/{y}.png, and whom they are owed to.
# Without them the map draws the points alone, and nobody's page asks another house for anything.
MAP_TILES = env.str("MAP_TILES", "")
MAP_CREDIT = env.str("MAP_CREDIT", "")
# Whose pages may hold the directory of spaces in a frame, as the policy writes it; no other page of ours may be held.
EMBED_SITES = env.list("EMBED_SITES", ["*"])
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:", *tile_sources(MAP_TILES)],
        # Bootstrap Italia's style sheet carries the font of its video player.
        "font-src": [SELF, "data:"],
        "object-src": [NONE],
        "frame-ancestors": [SELF],
        "frame-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
    }
}

HOUSE = {
    "body_name": env.str("HOUSE_BODY", "Camera di commercio Cremona-Mantova-Pavia"),
    "office_name": env.str("HOUSE_OFFICE", "PromoImpresa-Borsa Merci"),
    "address": env.str("HOUSE_ADDRESS", "Largo Pradella 1, 46100 Mantova"),
    "email": env.str("HOUSE_EMAIL", "sportello@example.org"),
    "pec": env.str("HOUSE_PEC", "sportello@pec.example.org"),
    "phone": env.str("HOUSE_PHONE", "0376 000000"),
    # The statement on the form of AgID, renewed each year by 23 September, and the yearly goals.
    "accessibility_form": env.str("ACCESSIBILITY_FORM", ""),
    "accessibility_goals": env.str("ACCESSIBILITY_GOALS", ""),
}

LANGUAGE_CODE = "it"
LANGUAGES = [("it", _("Italian")), ("en", _("English"))]
LOCALE_PATHS = [BASE_DIR / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Europe/Rome"
USE_THOUSAND_SEPARATOR = True

STATIC_URL = "static/"
STATICFILES_FINDERS = ["ui.finders.UsedAppsFinder", "ui.finders.UsedStylesFinder"]
STATIC_ROOT = env.path("STATIC_ROOT", BASE_DIR / "staticfiles")
# What browsers and machines ask for at the root: /favicon.ico, /robots.txt.
WHITENOISE_ROOT = BASE_DIR / "ui" / "root"
MEDIA_ROOT = env.path("MEDIA_ROOT", DATA_DIR / "documents")
STORAGES = {
    "default": {
        "BACKEND": env.str("DOCUMENT_STORAGE", "django.core.files.storage.FileSystemStorage"),
        "OPTIONS": env.json("DOCUMENT_STORAGE_OPTIONS", {}),
    },
    "staticfiles": {
        "BACKEND": "ui.storage.HashedFiles"
        if not DEBUG
        else "django.contrib.staticfiles.storage.StaticFilesStorage"
    },
}
FILE_UPLOAD_HANDLERS = [
    "workflows.uploads.QuotaUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]
# Wrong verification codes that one address may try within an hour.
WRONG_CODES_AN_HOUR = env.int("WRONG_CODES_AN_HOUR", 30)
# Questions on calls that one person may ask within a day.
QUESTIONS_A_DAY = env.int("QUESTIONS_A_DAY", 5)
# Groups of fewer people than this are kept back in public figures (statistical rules ask for three).
STATISTICS_LEAST = env.int("STATISTICS_LEAST", 3)
UPLOAD_MAX_BYTES = env.int("UPLOAD_MAX_BYTES", 10 * 1024 * 1024)
# Acts on many cases at once: how long those that have not left the house can be taken back, and
# from how many rows on their number must be typed before they start.
BULK_UNDO_MINUTES = env.int("BULK_UNDO_MINUTES", 15)
BULK_TYPED_FROM = env.int("BULK_TYPED_FROM", 100)
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2000

EMAIL_BACKEND = env.str("EMAIL_BACKEND", "django.core.mail.backends.filebased.EmailBackend")
EMAIL_FILE_PATH = env.path("EMAIL_FILE_PATH", DATA_DIR / "mail")
EMAIL_HOST = env.str("EMAIL_HOST", "localhost")
EMAIL_PORT = env.int("EMAIL_PORT", 25)
EMAIL_HOST_USER = env.str("EMAIL_HOST_USER", "")
EMAIL_HOST_PASSWORD = env.str("EMAIL_HOST_PASSWORD", "")
EMAIL_USE_TLS = env.bool("EMAIL_USE_TLS", False)
EMAIL_USE_SSL = env.bool("EMAIL_USE_SSL", False)
# A server that is silent for so long is tried again later; a worker never waits for ever.
EMAIL_TIMEOUT = env.int("EMAIL_TIMEOUT", 30)
DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL", "Sportello <sportello@localhost>")

# Certified email (PEC): the account that sends letters to certified addresses. Without a server
# they leave as ordinary email, and nothing proves their delivery.
PEC_HOST = env.str("PEC_HOST", "")
PEC_PORT = env.int("PEC_PORT", 465)
PEC_HOST_USER = env.str("PEC_HOST_USER", "")
PEC_HOST_PASSWORD = env.str("PEC_HOST_PASSWORD", "")
PEC_USE_SSL = env.bool("PEC_USE_SSL", True)
PEC_USE_TLS = env.bool("PEC_USE_TLS", False)
PEC_FROM = env.str("PEC_FROM", HOUSE["pec"])
# Where receipts and bounces are read, and the folder of each mailbox into which what was read goes.
PEC_MAILBOX = env.str("PEC_MAILBOX", "")
BOUNCE_MAILBOX = env.str("BOUNCE_MAILBOX", "")
MAILBOX_DONE_FOLDER = env.str("MAILBOX_DONE_FOLDER", "Sportello")
# How long a delivery receipt may take after acceptance, by the rules of certified email.
PEC_RECEIPT_HOURS = env.int("PEC_RECEIPT_HOURS", 24)

# Viewflow would append two middlewares of its own, and one answers 403 to applicants.
VIEWFLOW = {"AUTOREGISTER": False}

# The daily round of checks: from which hour of the day on it is made (24: never), and below how much
# space on the disk of the documents it raises the alarm.
WATCH_HOUR = env.int("WATCH_HOUR", 6)
DISK_LEAST_BYTES = env.int("DISK_LEAST_BYTES", 2 * 1024 * 1024 * 1024)

# Triggers note every change of a tracked field, whoever makes it and however.
PGHISTORY_APPEND_ONLY = True
PGHISTORY_DEFAULT_TRACKERS = (
    pghistory.InsertEvent(),
    pghistory.UpdateEvent(),
    pghistory.DeleteEvent(),
)
PGHISTORY_OBJ_FIELD = pghistory.ObjForeignKey(related_name="+", related_query_name="+")
PGHISTORY_MIDDLEWARE_METHODS = ("POST", "PUT", "PATCH", "DELETE")
# Seals of history and protocol are made with it. It must not change while rows sealed with it are
# to be verified; whoever can write to the database must not have it.
HISTORY_KEY = env.str("HISTORY_KEY", SECRET_KEY)

# The electronic seal of the house, put on letters and on the daily register: a key in a file or in a
# token. Without either nothing is sealed.
SEAL_PKCS12 = env.str("SEAL_PKCS12", "")
SEAL_PKCS11_MODULE = env.str("SEAL_PKCS11_MODULE", "")
SEAL_PKCS11_TOKEN = env.str("SEAL_PKCS11_TOKEN", "")
SEAL_PKCS11_KEY = env.str("SEAL_PKCS11_KEY", "")
SEAL_PASSWORD = env.str("SEAL_PASSWORD", "")
SEAL_TSA = env.str("SEAL_TSA", "")
SEAL_AUTHORITIES = env.str("SEAL_AUTHORITIES", "")
# The library of the tokens with which people of the office sign acts (PKCS#11).
SIGNING_PKCS11_MODULE = env.str("SIGNING_PKCS11_MODULE", "")
# Whose signatures on what applicants bring are recognised: certificates of authorities.
SIGNATURE_AUTHORITIES = env.str("SIGNATURE_AUTHORITIES", "")

# The worker finds its tasks in each room's drawer `jobs`.
PROCRASTINATE_AUTODISCOVER_MODULE_NAME = "jobs"

# W019 wants no frames at all: our own case page shows documents in one, beside the data.
SILENCED_SYSTEM_CHECKS = ["security.W019"]

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": env.str("LOG_LEVEL", "WARNING")},
}
