"""The form for who looks after an article and how often it is reviewed as a whole."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from articles.domain.looking_after import may_look_after, seen_now
from articles.models import Article
from articles.workflow import MOST_REVIEW_MONTHS


class LookingAfterForm(forms.Form):
    """Filled with what holds now; `seen` is the record it was made from."""

    seen = forms.IntegerField(widget=forms.HiddenInput)
    owner: Any = forms.ModelChoiceField(
        None,
        label=_("Who looks after this article?"),
        empty_label=_("Nobody in particular"),
        required=False,
        help_text=_("This person is told when a review is due, in place of the author."),
    )
    review_months = forms.IntegerField(
        label=_("Months between reviews of the whole article"),
        min_value=1,
        max_value=MOST_REVIEW_MONTHS,
        required=False,
        help_text=_("Counts from the next review on. Leave it empty to do as the topic says."),
    )

    def __init__(self, article: Article, data: Any = None) -> None:
        newest = article.stewardships.first()
        now = {"seen": seen_now(newest), "owner": article.owner_id, "review_months": article.review_months}
        super().__init__(data, initial=now)
        owner: Any = self.fields["owner"]
        owner.queryset = may_look_after()
        owner.label_from_instance = lambda person: person.display_name
