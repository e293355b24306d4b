"""The clinic's articles, one module each, in the order in which they are built."""

from typing import Final

from clinic_cms.demonstration.articles import (
    antibiotics,
    daily_aspirin,
    diabetes_and_your_feet,
    fever_in_children,
    flu_vaccine,
    home_blood_pressure,
    ketamine_and_ptsd,
    low_back_pain,
    migraine,
    panic_attacks,
    sleep_and_cbt_i,
    starting_an_ssri,
)
from clinic_cms.demonstration.kinds import Article

ARTICLES: Final[tuple[Article, ...]] = (
    fever_in_children.ARTICLE,
    antibiotics.ARTICLE,
    panic_attacks.ARTICLE,
    home_blood_pressure.ARTICLE,
    sleep_and_cbt_i.ARTICLE,
    ketamine_and_ptsd.ARTICLE,
    daily_aspirin.ARTICLE,
    flu_vaccine.ARTICLE,
    diabetes_and_your_feet.ARTICLE,
    low_back_pain.ARTICLE,
    starting_an_ssri.ARTICLE,
    migraine.ARTICLE,
)
