"""Daily aspirin to prevent a first heart attack: withdrawn, because the advice it rested on was replaced in 2022."""

from typing import Final

from clinic_cms.demonstration.kinds import Article, Reference

BODY: Final = """
<div class="key-points">
<h2>Key points</h2>
<ul>
<li>This page is for people who have <em>never</em> had a heart attack, a stroke, or a stent.</li>
<li>A low dose of aspirin each day lowers the chance of a first heart attack a little, and raises the chance of serious
bleeding.</li>
<li>In 2016, a national panel advised aspirin for some adults in their fifties at higher risk, and a personal decision for
those in their sixties.</li>
<li>Don't start or stop daily aspirin on your own.</li>
<li>If you have chest pain, call 911 first.</li>
</ul>
</div>

<h2>What aspirin does</h2>
<p>Aspirin makes platelets, the tiny cells that start a clot, less sticky. A clot in an artery of the heart causes a heart
attack. A clot in the brain causes a stroke. Fewer clots can mean fewer of both. But clots also stop bleeding, for example
from a small ulcer in the stomach. So the same effect helps and harms.</p>
<div class="off-label">
<h3>This is an off-label use</h3>
<p>The FDA has not approved aspirin to prevent a first heart attack or stroke. It may be used that way if your doctor
advises it<sup><a href="#ref-1">1</a></sup>.</p>
</div>

<h2>What the 2016 advice says</h2>
<p>The US Preventive Services Task Force weighed the trials that had been done so far. In 2016 it wrote the following
advice<sup><a href="#ref-2">2</a></sup>.</p>
<table>
<caption>Advice of the Task Force in 2016<sup><a href="#ref-2">2</a></sup></caption>
<thead><tr><th scope="col">Age</th><th scope="col">Advice</th></tr></thead>
<tbody>
<tr><th scope="row">Under 50</th><td>Not enough evidence to say</td></tr>
<tr><th scope="row">50 to 59</th><td>Aspirin for people whose 10-year risk is 10 in 100 or more, if their risk of bleeding
is not raised and they are willing to take it for ten years<sup><a href="#ref-2">2</a></sup></td></tr>
<tr><th scope="row">60 to 69</th><td>A personal decision for people at the same risk</td></tr>
<tr><th scope="row">70 and over</th><td>Not enough evidence to say</td></tr>
</tbody>
</table>
<p>Your 10-year risk is worked out from your age, blood pressure, cholesterol, smoking, and diabetes. We can do it with you
in five minutes.</p>

<h2>How much difference does it make?</h2>
<p>For most people, not much either way. Picture a room of people in their fifties at raised risk, who take aspirin for
years. A few will be spared a heart attack. A few will have a serious bleed that they would not have had. Most will have
neither. The balance is better if you are at high risk of a heart attack and low risk of bleeding. It is worse if you are
older.</p>
<p>The Task Force also saw signs of fewer bowel cancers after ten years or more<sup><a href="#ref-2">2</a></sup>. That
evidence was less certain.</p>

<section class="risks">
<h2>Risks and side effects</h2>
<ul>
<li><strong>Common:</strong> heartburn, stomach pain, easy bruising, nosebleeds.</li>
<li><strong>Serious:</strong> bleeding in the stomach or bowel, or in the brain. The risk rises with age.</li>
<li><strong>Allergy:</strong> hives, swelling, or worse asthma in people who are sensitive to it.</li>
<li><strong>Clashes</strong> with blood thinners, ibuprofen, naproxen, some antidepressants, and alcohol.</li>
</ul>
<p>Aspirin is likely not for you if you have had an ulcer or a bleed, have kidney or liver disease, have a bleeding disorder,
or drink heavily. Children and teens should not take it, because of Reye syndrome. A coated tablet does not prevent
bleeding.</p>
</section>

<h2>Other options</h2>
<p>For most people, these do more than aspirin to prevent a first heart attack or stroke:</p>
<ul>
<li>not smoking. It is the biggest single step</li>
<li>blood pressure within your goal</li>
<li>a statin, if your risk is high enough</li>
<li>brisk walking, about 150 minutes a week</li>
<li>more vegetables, beans, fish, and nuts, with less salt</li>
</ul>
<p>You can also choose not to take aspirin. Many people do, after looking at the numbers, and that is a sound decision.</p>

<h2>If you already take it</h2>
<p>If you take aspirin because you have had a heart attack, a stroke, or a stent, this page is not about you. Please keep
taking it. If you started it to prevent a first one, bring the question to your next visit. Stopping suddenly may not be
safe for everyone.</p>

<h2>Questions to ask us</h2>
<ul>
<li>What is my 10-year risk, and how sure are we of it?</li>
<li>What is my risk of bleeding?</li>
<li>Have we done the other things first?</li>
<li>If I start, when will we look at it again?</li>
</ul>

<h2>What we don't know yet</h2>
<p>Most of the older trials took place before statins were common and when more people smoked. The benefit may be smaller
today. New trials in people with diabetes and in older adults are under way, and their results may change this advice.</p>

<h2>When to get help</h2>
<div class="care-card care-card--non-urgent">
<h3>Make an appointment if:</h3>
<ul>
<li>you take aspirin and do not remember why</li>
<li>you bruise easily, or have heartburn most days</li>
<li>you are going to have surgery or dental work</li>
</ul>
</div>
<div class="care-card care-card--urgent">
<h3>Call us the same day if:</h3>
<ul>
<li>a nosebleed lasts longer than 20 minutes</li>
<li>you hit your head while taking aspirin, even if you feel fine</li>
</ul>
</div>
<div class="care-card care-card--emergency">
<h3>Call 911 for:</h3>
<ul>
<li>chest pain or pressure, or trouble breathing</li>
<li>a drooping face, a weak arm, or trouble speaking</li>
<li>black or bloody stools, or vomit that looks like coffee grounds</li>
</ul>
</div>
"""

ARTICLE: Final = Article(
    slug="daily-aspirin-for-a-healthy-heart",
    topic="heart-and-circulation",
    author="editor2",
    title="Should I take aspirin every day to prevent a first heart attack?",
    summary="Low-dose aspirin can prevent some first heart attacks and cause serious bleeding. What the 2016 national advice "
    "says, who may gain, and what to ask.",
    body=BODY,
    references=(
        Reference(
            kind="agency_page",
            authors="US Food and Drug Administration",
            title="Using aspirin to lower your risk of heart attack and stroke: what you should know",
            container="US Food and Drug Administration",
            year="2019",
            url="https://www.fda.gov/drugs/safe-daily-use-aspirin/"
            "using-aspirin-lower-your-risk-heart-attack-and-stroke-what-you-should-know",
            checked="2020-03-11",
        ),
        Reference(
            kind="guideline",
            authors="Bibbins-Domingo K; US Preventive Services Task Force",
            title="Aspirin use for the primary prevention of cardiovascular disease and colorectal cancer: US Preventive "
            "Services Task Force recommendation statement",
            container="Annals of Internal Medicine",
            year="2016",
            volume="164",
            issue="12",
            pages="836-845",
            doi="10.7326/M16-0577",
            checked="2020-03-11",
        ),
    ),
    interests="None.",
    kind="treatment",
    audience="Adults over 40 who wonder about a daily aspirin",
    need="To know what it can and can't do for them before they ask us.",
    main_message="Don't start a daily aspirin on your own: for many people the bleeding outweighs the benefit.",
    state="withdrawn",
    change_note="Brought over from our old site.",
    signed_off_by=("editor", "clinician2"),
    note="It still gives the Task Force's 2016 advice. The 2022 statement (JAMA 2022;327:1577-1584, "
    "doi:10.1001/jama.2022.4983) recommends against starting aspirin at 60 or over to prevent a first heart attack, and "
    "makes it a personal decision from 40 to 59. Taken down until it is rewritten.",
    reader_notice="We have taken this article down because national advice on aspirin changed in 2022 and our page did not. "
    "The US Preventive Services Task Force now recommends against starting daily aspirin to prevent a first heart attack or "
    "stroke if you are 60 or older. If you already take aspirin, please don't stop before you have talked with your doctor. "
    "We are sorry that the old advice stayed up, and we are writing a new page.",
)
