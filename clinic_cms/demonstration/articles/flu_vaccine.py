"""The flu vaccine: signed off and scheduled."""

from typing import Final

from clinic_cms.demonstration.kinds import Article, ComingDown, Reference

BODY: Final = """
<div class="key-points">
<h2>Key points</h2>
<ul>
<li>A flu vaccine lowers your chance of getting flu, and of becoming very ill if you get it. It does not prevent every
case.</li>
<li>The vaccine can't give you the flu.</li>
<li>A sore arm and a tired day or two are common. Serious reactions are rare.</li>
<li>It matters most if you are pregnant, are 65 or older, or have a long-term illness.</li>
<li>September and October are good months. Later is better than never.</li>
</ul>
</div>

<h2>Why bother with a vaccine each year?</h2>
<p>Flu is more than a bad cold. Most people get better in a week or two. Some end up in the hospital with pneumonia, and
each year thousands of people in the United States die. We can't always tell in advance who that will be.</p>
<p>Flu viruses change all the time, and protection fades within months. That is why the vaccine is updated and offered each
year. It takes about two weeks to start working.</p>

<h2>How well does it work?</h2>
<p>It depends on the year, your age, and how well the vaccine matches the viruses going around. The Centers for Disease
Control and Prevention (CDC) says that in seasons with a good match, vaccination lowers the risk of a doctor's visit for
flu by 40% to 60%<sup><a href="#ref-1">1</a></sup>.</p>
<p>Here is another way to see it. In trials with healthy adults, about 23 in 1,000 people without the vaccine got flu in a
season, and about 9 in 1,000 with it<sup><a href="#ref-2">2</a></sup>. So about 71 healthy adults need a vaccine for one of
them to be spared the flu<sup><a href="#ref-2">2</a></sup>. For people at higher risk, the gain is likely larger, because
they have more to lose.</p>
<p>You may also protect others: a newborn baby, a neighbor on chemotherapy, or your grandmother.</p>

<h2>Who should have it</h2>
<p>The CDC's advisory committee has recommended a yearly flu vaccine for nearly everyone aged 6 months and
older<sup><a href="#ref-3">3</a></sup>. Advice can change, so ask us what is current for you. It matters most for:</p>
<ul>
<li>people who are pregnant. The vaccine also protects the baby in the first months</li>
<li>adults 65 and older. Some vaccines are made to work better at this age, so ask which one you will get</li>
<li>children under 5. Some need two doses the first time</li>
<li>people with asthma, diabetes, heart, lung, kidney, or liver disease, or a weak immune system</li>
<li>people who live with or care for any of these</li>
</ul>

<h2>Who should wait or talk with us first</h2>
<ul>
<li>Babies under 6 months can't have it. Vaccinating the family helps to protect them.</li>
<li>Tell us if you have had a severe allergic reaction to a flu vaccine.</li>
<li>Tell us if you have had Guillain-Barré syndrome.</li>
<li>If you have a fever today, come back when you feel better. A cold is no reason to wait.</li>
</ul>
<p>An egg allergy is no longer a reason to skip it. People with an egg allergy may have any flu vaccine that suits their age
and health<sup><a href="#ref-3">3</a></sup>.</p>

<section class="risks">
<h2>Risks and side effects</h2>
<ul>
<li><strong>Common:</strong> a sore or red arm, headache, aches, tiredness, or a low fever for a day or two. The nasal spray
can cause a runny nose or sore throat.</li>
<li><strong>Uncommon:</strong> fainting, as with any shot. Sit for 15 minutes afterward if you tend to faint.</li>
<li><strong>Very rare:</strong> a severe allergic reaction. We have medicine ready in the room.</li>
<li><strong>Guillain-Barré syndrome,</strong> a nerve illness. If there is a link, it is about 1 or 2 extra cases in a
million doses<sup><a href="#ref-4">4</a></sup>. Flu itself can also cause it.</li>
</ul>
<p>If you think a vaccine has harmed you, tell us, and we will report it with you to the national Vaccine Adverse Event
Reporting System. You can also report it yourself.</p>
</section>

<h2>Other ways to protect yourself</h2>
<ul>
<li>Wash your hands, and open a window when people visit.</li>
<li>Stay home when you are sick. Wear a mask if you must go out.</li>
<li>If you are at high risk and become ill, call within two days. Antiviral medicine helps most when it is started
early.</li>
</ul>
<p>You can do all of these with or without a vaccine. If you decide not to have one, we will still look after you
with the same care.</p>

<h2>What we don't know yet</h2>
<p>Nobody can tell in September how good the match will be in January. Trials have seldom been large enough to
measure rare events such as deaths, so for those we rely on studies that compare people who chose a vaccine with people who
did not. Such studies can mislead. Work on a vaccine that lasts for several years goes on.</p>

<h2>When to get help</h2>
<div class="care-card care-card--non-urgent">
<h3>Ask us at your next visit if:</h3>
<ul>
<li>you are not sure which vaccine suits you</li>
<li>your arm is still sore after a week</li>
<li>needles frighten you. We have time, numbing cream, and good stories</li>
</ul>
</div>
<div class="care-card care-card--urgent">
<h3>Call us the same day if you have flu symptoms and:</h3>
<ul>
<li>you are pregnant, are 65 or older, or have a long-term illness</li>
<li>a fever or cough gets better and then comes back worse</li>
<li>you have new weakness or tingling in the legs</li>
</ul>
</div>
<div class="care-card care-card--emergency">
<h3>Call 911 for:</h3>
<ul>
<li>trouble breathing, chest pain, or bluish lips</li>
<li>confusion, a seizure, or someone you can't wake</li>
<li>hives, a swollen face or throat, or faintness soon after a vaccine</li>
</ul>
</div>
"""

ARTICLE: Final = Article(
    slug="flu-vaccine-this-season",
    topic="everyday-health",
    author="editor2",
    title="The flu vaccine: what it can do, and what it can't",
    summary="A fair look at this season's flu vaccine: how much it lowers your risk, who gains most, its side effects, and "
    "what else protects you and the people around you.",
    body=BODY,
    references=(
        Reference(
            kind="agency_page",
            authors="Centers for Disease Control and Prevention",
            title="Key facts about seasonal flu vaccine",
            container="Centers for Disease Control and Prevention",
            year="2024",
            url="https://www.cdc.gov/flu/vaccines/keyfacts.html",
        ),
        Reference(
            kind="journal_article",
            authors="Demicheli V, Jefferson T, Ferroni E, Rivetti A, Di Pietrantonj C",
            title="Vaccines for preventing influenza in healthy adults",
            container="Cochrane Database of Systematic Reviews",
            year="2018",
            issue="2",
            pages="CD001269",
            doi="10.1002/14651858.CD001269.pub6",
        ),
        Reference(
            kind="guideline",
            authors="Grohskopf LA, Ferdinands JM, Blanton LH, Broder KR, Loehr J",
            title="Prevention and control of seasonal influenza with vaccines: recommendations of the Advisory Committee on "
            "Immunization Practices, United States, 2024-25 influenza season",
            container="MMWR Recommendations and Reports",
            year="2024",
            volume="73",
            issue="5",
            pages="1-25",
            doi="10.15585/mmwr.rr7305a1",
        ),
        Reference(
            kind="agency_page",
            authors="Centers for Disease Control and Prevention",
            title="Influenza (flu) vaccine safety",
            container="Centers for Disease Control and Prevention",
            year="2024",
            url="https://www.cdc.gov/vaccine-safety/vaccines/flu.html",
        ),
    ),
    interests="Alder Street Clinic gives flu vaccines and is paid for doing so. The author has no other interests to "
    "declare.",
    kind="treatment",
    audience="Adults and parents who decide about this year's vaccine",
    need="To know how well it works, whom it protects and what it can do.",
    main_message="It lowers the chance of a bad flu, and serious harm from it is very rare.",
    state="scheduled",
    change_note="New article for this season.",
    signed_off_by=("publisher", "clinician2"),
    scheduled_in_days=6,
    comes_down=ComingDown(
        in_days=160,
        reason="It is about this season's vaccine. Next season's needs new words.",
        notice="This flu season is over. We will write about the next vaccine in the fall.",
    ),
)
