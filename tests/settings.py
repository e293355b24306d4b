"""The settings of production, made fast and harmless, on a throw-away database."""

import os

os.environ.setdefault("DATABASE_URL", "postgres://nobody@localhost/never_used")
os.environ.setdefault("SECRET_KEY", "for-the-tests-only-0123456789-abcdefghijklmnopqrstuvwxyz-ABCDEFGH")
os.environ.setdefault("ALLOWED_HOSTS", "testserver,localhost,127.0.0.1")

from clinic_cms import env
from clinic_cms.settings import *

# tests/conftest.py starts the server and fills the address in; until then the one above leads nowhere.
DATABASES = {
    "default": env.database("TEST_DATABASE_URL") if "TEST_DATABASE_URL" in os.environ else DATABASES["default"]
}
# A live server's threads must not keep connections: the database is dropped after the last test.
DATABASES["default"]["CONN_MAX_AGE"] = 0
ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]

COUNT_READERS_EVERY = 10**9  # tests write down what they count themselves
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
# Files come from where they lie: no collectstatic before the tests, and no warning about its missing folder.
WHITENOISE_AUTOREFRESH = True
WHITENOISE_USE_FINDERS = True

# The test client and Chromium speak plain http.
SECURE_SSL_REDIRECT = False
SESSION_COOKIE_SECURE = False
CSRF_COOKIE_SECURE = False
