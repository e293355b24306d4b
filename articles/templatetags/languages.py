"""The names of languages, within a sentence."""

from django import template

from clinic_cms.shared.languages import language_name

register = template.Library()
register.filter("language_name", language_name)
