"""The pictures: each at one address, whatever language the words around it are in."""

from django.urls import re_path

from articles.picture_address import RANDOM
from articles.views import picture_files

app_name = "pictures"
PICTURE = rf"^pictures/(?P<token>{RANDOM})/"

urlpatterns = [
    re_path(rf"{PICTURE}$", picture_files.show, name="picture"),
    re_path(rf"{PICTURE}(?P<width>[1-9]\d{{0,3}})/$", picture_files.show, name="sized"),
    re_path(rf"{PICTURE}(?P<width>[1-9]\d{{0,3}})\.(?P<extension>avif|webp|jpg)$", picture_files.show, name="file"),
]
