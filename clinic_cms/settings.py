"""All settings, read from the environment; a wrong value stops the start with one sentence."""

from importlib.util import find_spec
from pathlib import Path
from zoneinfo import available_timezones

from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured

from clinic_cms import embedded_postgres, env
from clinic_cms.serving import logs

BASE_DIR = Path(__file__).resolve().parent.parent
VAR_DIR = Path(env.text("VAR_DIR", str(BASE_DIR / "var"))).absolute()
HOST = env.text("HOST", "127.0.0.1")
PORT = env.number("PORT", 8000, 1, 65535)
# How many proxies of our own stand in front, each adding the address it was asked from to X-Forwarded-For.
TRUSTED_PROXIES = env.number("TRUSTED_PROXIES", 1 if env.text("DATABASE_URL") else 0, 0, 9)
ALLAUTH_TRUSTED_PROXY_COUNT = TRUSTED_PROXIES
WEB_PROCESSES = env.number("WEB_PROCESSES", 2, 1, 64)
WEB_THREADS = env.number("WEB_THREADS", 4, 1, 64)

# Without DATABASE_URL this is the demonstration: an embedded PostgreSQL, a made-up clinic, plain HTTP on this machine.
DEMONSTRATION = not env.text("DATABASE_URL")
DEBUG = env.switch("DEBUG")

if DEMONSTRATION:
    SECRET_KEY = embedded_postgres.demonstration_secret(VAR_DIR)
    ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]"]
    DATABASES = {"default": env.parse_database("DATABASE_URL", embedded_postgres.url(VAR_DIR))}
    SITE_ORIGIN = f"http://127.0.0.1:{PORT}"  # the address that links in mail start with
else:
    SECRET_KEY = env.required("SECRET_KEY", "a long random text that only this site knows")
    ALLOWED_HOSTS = env.names("ALLOWED_HOSTS") or [env.required("ALLOWED_HOSTS", "the site's host names, with commas")]
    DATABASES = {"default": env.database("DATABASE_URL")}
    SITE_ORIGIN = env.text("SITE_ORIGIN", f"https://{ALLOWED_HOSTS[0].removeprefix('.')}")

DATABASES["default"].update(CONN_MAX_AGE=60, CONN_HEALTH_CHECKS=True)
# A slow statement, a lock or a silent network gives up long before a reader does.
DATABASES["default"].setdefault("OPTIONS", {}).update(
    connect_timeout=3,
    tcp_user_timeout=10_000,
    options="-c statement_timeout=10000 -c lock_timeout=5000 -c idle_in_transaction_session_timeout=60000",
)

CLINIC_NAME = env.text("CLINIC_NAME", "Alder Street Clinic")
CLINIC_COUNTRY = env.text("CLINIC_COUNTRY", "US")
# Frozen with an article's words at each save: general information, not advice, whom to ask, and the emergency number.
CLINIC_DISCLAIMERS = {
    "en": (
        "This article is general information. It is not medical advice, and it does not replace a visit with a health "
        "professional who knows you. Before you start, stop or change a treatment, talk with your doctor or pharmacist."
        "\n\nIn an emergency, call 911. If you are thinking about suicide or are in distress, call or text 988, at any "
        "hour."
    ),
    "es": (
        "Este artículo es información general. No es un consejo médico y no reemplaza una consulta con un "
        "profesional de la salud que lo conozca. Antes de empezar, dejar o cambiar un tratamiento, hable con su médico "
        "o farmacéutico.\n\n"
        "En una emergencia, llame al 911. Si piensa en el suicidio o siente angustia, llame al 988 y oprima 2, o envíe "
        "la palabra AYUDA al 988, a cualquier hora."
    ),
}

INSTALLED_APPS = [
    "clinic_cms.apps.ClinicConfig",
    "articles.apps.ArticlesConfig",
    "comments.apps.CommentsConfig",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.sitemaps",
    "django.contrib.staticfiles",
    "django.forms",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "ckeditor",
    "csp",
    "django_htmx",
    "django_tasks",
    "django_tasks_db",
]

MIDDLEWARE = [
    "clinic_cms.languages.LanguageOfTheAddress",
    "clinic_cms.limits.RefuseBeforeReading",
    "clinic_cms.profile.AskedOnce",
    "clinic_cms.errors.NoEmptyRefusals",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.middleware.http.ConditionalGetMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "clinic_cms.accounts.SignInUnlessPublic",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
]

ROOT_URLCONF = "clinic_cms.urls"
WSGI_APPLICATION = "clinic_cms.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
                "django.contrib.auth.context_processors.auth",
                "clinic_cms.context.clinic",
                "clinic_cms.desk.context",
            ],
        },
    },
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

AUTH_USER_MODEL = "clinic_cms.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
ACCOUNT_ADAPTER = "clinic_cms.accounts.InvitationOnly"
ACCOUNT_FORMS = {"login": "clinic_cms.sign_in.SignInForm"}
ACCOUNT_LOGIN_METHODS = {"username", "email"}
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False  # nobody is written to who has no account, least of all to sign up
ACCOUNT_SIGNUP_FIELDS = ["email*", "username*", "password1*", "password2*"]
ACCOUNT_SESSION_REMEMBER = False
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "desk:home"
ACCOUNT_LOGOUT_REDIRECT_URL = "home"

LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English"), ("es", "Español")]  # each by its own name
FORMAT_MODULE_PATH = ["clinic_cms.formats"]
LOCALE_PATHS = [BASE_DIR / "clinic_cms" / "locale"]
TIME_ZONE = env.text("TIME_ZONE", "America/Denver")
if TIME_ZONE not in available_timezones():
    raise ImproperlyConfigured(f"Set TIME_ZONE to a name like America/Denver; it is {TIME_ZONE!r} now.")
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = VAR_DIR / "static"
STATICFILES_FINDERS = ["clinic_cms.static_finders.FencedFinder"]
MEDIA_ROOT = VAR_DIR / "media"  # pictures; served by articles/views/picture_files.py alone, never as plain files
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

CACHE_URL = env.text("CACHE_URL")
if CACHE_URL and not CACHE_URL.startswith(("redis://", "rediss://")):
    raise ImproperlyConfigured("Set CACHE_URL to an address like redis://host:6379/0, or leave it unset.")
if CACHE_URL and not find_spec("redis"):
    raise ImproperlyConfigured("CACHE_URL needs the Python package redis: install it, or leave CACHE_URL unset.")
if CACHE_URL:
    CACHES = {"default": {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": CACHE_URL}}
else:
    CACHES = {"default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "clinic_cms_cache"}}

# Whether a DOI that somebody pastes is looked up at Crossref. Nothing else of this site asks another one.
LINK_CHECKS = env.switch("LINK_CHECKS")
LINK_CHECK_SECONDS = env.number("LINK_CHECK_SECONDS", 10, 1, 60)
CROSSREF_LOOKUPS = env.switch("CROSSREF_LOOKUPS")
CROSSREF_URL = env.text("CROSSREF_URL", "https://api.crossref.org")
CROSSREF_MAIL = env.text("CROSSREF_MAIL")
CROSSREF_SECONDS = env.number("CROSSREF_SECONDS", 10, 1, 60)

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

# Of memory in each process, for the pages that readers asked for last.
KEPT_PAGES_BYTES = 32_000_000
COUNT_READERS_EVERY = 30  # seconds that counts of readers wait in a process before they are written down

# Who is told of a hole in this site: a mailto: or https: address, shown in security.txt. Unset, there is no such file.
SECURITY_CONTACT = env.text("SECURITY_CONTACT")
if SECURITY_CONTACT and not SECURITY_CONTACT.startswith(("mailto:", "https://")):
    raise ImproperlyConfigured("SECURITY_CONTACT starts with mailto: or https://.")

DEFAULT_FROM_EMAIL = env.text("DEFAULT_FROM_EMAIL", "desk@localhost")
SERVER_EMAIL = DEFAULT_FROM_EMAIL
EMAIL_TIMEOUT = 10
if env.text("EMAIL_HOST"):
    EMAIL_HOST = env.text("EMAIL_HOST")
    EMAIL_PORT = env.number("EMAIL_PORT", 587, 1, 65535)
    EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = env.text("EMAIL_HOST_USER"), env.text("EMAIL_HOST_PASSWORD")
    EMAIL_USE_TLS = env.switch("EMAIL_USE_TLS", True)
else:
    EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    EMAIL_FILE_PATH = VAR_DIR / "mail"

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}
X_FRAME_OPTIONS = "DENY"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"  # no typed words in a cookie
CSRF_FAILURE_VIEW = "clinic_cms.errors.csrf_failure"
if not DEMONSTRATION:
    SECURE_SSL_REDIRECT = env.switch("SECURE_SSL_REDIRECT", True)
    SECURE_REDIRECT_EXEMPT = [r"^healthz$"]
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_HSTS_SECONDS = 31_536_000
    SECURE_HSTS_INCLUDE_SUBDOMAINS = True
    SECURE_HSTS_PRELOAD = True
    SESSION_COOKIE_SECURE = True
    CSRF_COOKIE_SECURE = True

MOST_BYTES = 2_621_440  # of any request; clinic_cms/limits.py refuses more before reading it
# What Django reads where limits.py lets more in: the words of an article, each byte of which a form may send as three.
DATA_UPLOAD_MAX_MEMORY_SIZE = 12_000_000
# The one address that takes more: five pictures at once, of 15 MB each (articles/domain/picture_files.py).
PICTURE_UPLOAD_PATH = "/desk/pictures/upload/"
PICTURE_UPLOAD_MAX_SIZE = 80_000_000
# CKEditor 4 is end of life; docs/decisions/0002 lists what is known and why each cannot be reached (2026-11-24).
SILENCED_SYSTEM_CHECKS = ["ckeditor.W001"]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

DEFAULT_EXCEPTION_REPORTER = "clinic_cms.error_reports.NoWordsReporter"
LOGGING = logs.SETTINGS
