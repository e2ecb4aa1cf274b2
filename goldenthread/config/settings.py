"""Everything that differs between machines comes from the environment; every default is safe for a demonstration."""

import secrets
from pathlib import Path
from typing import Any

import environ
from csp.constants import NONE, SELF

from .rooms import intake_sources, rooms

env = environ.Env()
HOME = Path(env.str("GOLDENTHREAD_HOME", default="var")).resolve()
HOME.mkdir(mode=0o700, parents=True, exist_ok=True)


def secret_key(path: Path) -> str:
    """The signing key kept on this machine, made at the first run and readable by its owner only."""
    if not path.exists():
        path.touch(mode=0o600)
        path.write_text(secrets.token_urlsafe(64))
    return path.read_text()


def databases(url: str) -> dict[str, Any]:
    database: dict[str, Any] = environ.Env.db_url_config(url)
    if database["ENGINE"].endswith("sqlite3"):  # writers queue instead of failing
        database["OPTIONS"] = {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON; "
            # else REPLACE would delete a line of the ledger behind its trigger
            "PRAGMA recursive_triggers=ON;",
        }
    return {"default": database}


DEBUG = env.bool("GOLDENTHREAD_DEBUG", default=False)
HTTPS = env.bool("GOLDENTHREAD_HTTPS", default=False)  # True wherever real children's records are held
SECRET_KEY = env.str("SECRET_KEY", default="") or secret_key(HOME / "secret_key")
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["localhost", "127.0.0.1", "[::1]"])
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])
DATABASES = databases(env.str("DATABASE_URL", default=f"sqlite:///{HOME / 'goldenthread.sqlite3'}"))
MEDIA_ROOT = HOME / "media"
SNAPSHOTS = HOME / "snapshots"
EXTRACTS = HOME / "extracts"  # pupils, half-days and exclusions as files, without names
BENCHMARKS = HOME / "benchmarks"  # published figures that were loaded beside those of the package
ANALYTICS_ENGINE = env.str("ANALYTICS_ENGINE", default="duckdb")  # duckdb, spark or postgres
ANALYTICS_URL = env.str("ANALYTICS_URL", default="")  # of the PostgreSQL, or the master of Spark
SPC_SCREEN_OUTLIERS = env.bool("SPC_SCREEN_OUTLIERS", default=False)
SPC_RUN_LENGTH = env.int("SPC_RUN_LENGTH", default=7)
SPC_TREND_LENGTH = env.int("SPC_TREND_LENGTH", default=7)
PSEUDONYM_KEY = env.str("PSEUDONYM_KEY", default="") or SECRET_KEY  # names people in frozen tables; keep it as safe
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

GOLDENTHREAD_TODAY = env.str("GOLDENTHREAD_TODAY", default="")  # pins the day, as the demonstration does
CLOCK = "goldenthread.config.edge.now"
INTAKE_SOURCES = list(intake_sources())

INSTALLED_APPS = [
    *rooms("apps.py"),  # first, so that their templates win
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.forms",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "csp",
    "django_tasks",
    "django_tasks_db",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",  # deny by default
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "goldenthread.config.edge.WhoAndWhen",
]

ROOT_URLCONF = "goldenthread.config.urls"
WSGI_APPLICATION = "goldenthread.config.wsgi.application"
FORM_RENDERER = "goldenthread.foundation.ui.forms.GovukRenderer"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [Path(__file__).parent / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "goldenthread.config.navigation.page_furniture",
            ],
        },
    }
]

LANGUAGE_CODE = "en-gb"
TIME_ZONE = "Europe/London"
USE_TZ = True

STATIC_URL = "static/"
WHITENOISE_USE_FINDERS = True  # nothing to collect on one machine; the files come from the package itself

# Who is asking
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in ("UserAttributeSimilarityValidator", "CommonPasswordValidator", "NumericPasswordValidator")
] + [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    }
]
PASSWORD_RESET_TIMEOUT = 3 * 24 * 60 * 60  # a link to choose a password outlives a weekend, no more
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
ACCOUNT_LOGIN_METHODS = {"username", "email"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "email", "password1*"]
ACCOUNT_ADAPTER = "goldenthread.config.signing_in.Adapter"
ACCOUNT_FORMS = {"login": "goldenthread.foundation.ui.sign_in.SignIn"}
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = True
ACCOUNT_SESSION_REMEMBER = False
# A council sits behind one address: the lock is on the name that is tried, and the address's limit is wide.
ACCOUNT_RATE_LIMITS = {"login": "300/m/ip", "login_failed": "200/m/ip,5/5m/key", "change_password": "5/m/user"}

# Rate limits hold across workers only if the workers share their cache.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "goldenthread_cache",
    }
}

# E-mail is kept as files until a mail server is named: nothing leaves a machine by accident.
if env.str("EMAIL_URL", default=""):
    vars().update(env.email_url("EMAIL_URL"))
else:
    EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    EMAIL_FILE_PATH = HOME / "outbox"
EMAIL_TIMEOUT = 20
DEFAULT_FROM_EMAIL = env.str("EMAIL_FROM", default="goldenthread@localhost")
SITE_ADDRESS = env.str("SITE_ADDRESS", default="http://localhost:8000")  # what links in e-mails begin with

TASKS = {"default": {"BACKEND": env.str("TASKS_BACKEND", default="django_tasks_db.DatabaseBackend")}}

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "object-src": [NONE],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_AGE = 8 * 60 * 60
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SECURE_SSL_REDIRECT = HTTPS
SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60 if HTTPS else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
DATA_UPLOAD_MAX_MEMORY_SIZE = 10 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "discreet": {
            "()": "goldenthread.config.logs.Discreet",
            "format": "{asctime} {levelname} {message}",
            "style": "{",
        }
    },
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "discreet"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}
