"""Starting an SSRI: a reviewer has sent it back with questions."""

from typing import Final

from clinic_cms.demonstration.kinds import Article, Reference

BODY: Final = """
<div class="key-points">
<h2>Key points</h2>
<ul>
<li>Selective serotonin reuptake inhibitors (SSRIs) are medicines for depression and some kinds of anxiety.</li>
<li>They help some people a lot, some a little, and some not at all. It takes two to six weeks to know.</li>
<li>Side effects are most common in the first two weeks. Many fade.</li>
<li>In people under 25, they can raise thoughts of suicide at the start. Stay in touch with us, and call or text
<a href="tel:988">988</a> if such thoughts come.</li>
<li>Don't stop all at once. We will help you come off slowly when the time is right.</li>
</ul>
</div>

<h2>What an SSRI is</h2>
<p>Fluoxetine, sertraline, citalopram, escitalopram, and paroxetine are SSRIs. They make more serotonin available
between nerve cells. We used to say that they fix a chemical imbalance. That story was too simple. We know what they do to
serotonin, and not yet just how that lifts mood.</p>

<h2>How well do they help?</h2>
<p>A review of 522 trials with 116,477 adults found that each of 21 antidepressants eased depression more than a dummy
pill did, on average<sup><a href="#ref-1">1</a></sup>. The average difference was modest. Most trials lasted eight weeks.
Medicine seems to help most when depression is moderate or severe.</p>
<p>For many people, talk therapy does about as well. The American College of Physicians suggests either cognitive behavioral
therapy or a medicine as a first treatment for moderate or severe depression, and therapy first when it is
mild<sup><a href="#ref-2">2</a></sup>. Some people choose both.</p>

<h2>What to expect</h2>
<h3>The first two weeks</h3>
<p>You may have side effects before you feel any benefit. This is the hardest stretch. Take the tablet at the same time each
day, with food if it upsets your stomach. Some people sleep better if they take it in the morning.</p>
<h3>Weeks two to six</h3>
<p>Others may notice before you do: you laugh at a joke, you answer the phone. If nothing has changed after four to six
weeks, we will talk about the dose, another medicine, or therapy.</p>
<h3>After you feel better</h3>
<p>Most people stay on the medicine for at least six months after they feel well, to lower the chance that depression comes
back.</p>

<section class="risks">
<h2>Risks and side effects</h2>
<ul>
<li><strong>Common:</strong> nausea, loose stools, headache, feeling jittery, sleepiness or trouble sleeping,
sweating.</li>
<li><strong>Sexual problems:</strong> less desire, or trouble with arousal or orgasm. They are common and often not
mentioned. For a few people they last after stopping.</li>
<li><strong>Bleeding:</strong> the risk is higher with aspirin, ibuprofen, or blood thinners.</li>
<li><strong>Low sodium,</strong> above all in older adults: confusion, weakness, falls.</li>
<li><strong>Heart rhythm:</strong> citalopram and escitalopram at high doses.</li>
<li><strong>Serotonin syndrome:</strong> rare. Fever, shaking, stiff muscles, confusion. The risk is higher with some
migraine medicines, tramadol, and St. John's wort.</li>
</ul>
<p>The FDA requires a boxed warning, its strongest kind. Antidepressants can raise suicidal thoughts and actions in
children, teens, and young adults in the first months<sup><a href="#ref-3">3</a></sup>. We will ask to see or call you
often at the start. Ask somebody close to you to watch for restlessness, anger, or sudden changes in mood.</p>
<p>Tell us if you are pregnant, are planning to be, or are breastfeeding, or if you or a relative has had bipolar disorder.
Untreated depression has risks in pregnancy too, so please talk with us before you stop.</p>
</section>

<h2>Coming off</h2>
<p>A review of 79 studies with 21,002 people found that 31 in 100 had symptoms after they stopped an antidepressant, and so
did 17 in 100 who stopped a dummy pill<sup><a href="#ref-4">4</a></sup>. They include dizziness, vivid dreams,
irritability, and brief “electric” feelings. About 3 in 100 had severe symptoms<sup><a href="#ref-4">4</a></sup>. Going
down in small steps over weeks or months may help.</p>
<p>In a trial with 478 people who felt well after long treatment, 56 in 100 of those who stopped became depressed again
within a year, compared with 39 in 100 of those who went on<sup><a href="#ref-5">5</a></sup>. So stopping is a real
decision, and many people do well.</p>

<h2>Other options</h2>
<ul>
<li><strong>Talk therapy,</strong> such as cognitive behavioral therapy or interpersonal therapy.</li>
<li><strong>Exercise,</strong> on its own or as well.</li>
<li><strong>Other antidepressants,</strong> if an SSRI does not suit you.</li>
<li><strong>Watchful waiting</strong> with a set date to talk again, if depression is mild.</li>
</ul>

<h2>What we don't know yet</h2>
<p>We can't yet tell from a blood or gene test which medicine will suit you. There are few good studies of people who have
taken an SSRI for many years, or of the slowest ways to stop.</p>

<h2>When to get help</h2>
<div class="care-card care-card--non-urgent">
<h3>Make an appointment if:</h3>
<ul>
<li>side effects last longer than two weeks or bother you</li>
<li>you are no better after four to six weeks</li>
<li>you would like to stop</li>
</ul>
</div>
<div class="care-card care-card--urgent">
<h3>Call us the same day, or call or text 988, if:</h3>
<ul>
<li>you are thinking about suicide or about hurting yourself</li>
<li>you feel very restless, angry, or unlike yourself</li>
<li>you need almost no sleep, and your thoughts race</li>
</ul>
<p>Veterans can call <a href="tel:988">988</a> and press 1, or text <a href="tel:838255">838255</a>.</p>
</div>
<div class="care-card care-card--emergency">
<h3>Call 911 if:</h3>
<ul>
<li>someone is in immediate danger</li>
<li>you have a high fever with stiff muscles and confusion, a seizure, or you faint</li>
<li>your face or throat swells, or you can't breathe well</li>
</ul>
</div>
"""

ARTICLE: Final = Article(
    slug="starting-an-ssri",
    topic="medicines",
    author="editor2",
    title="Starting an SSRI: what to expect, week by week",
    summary="What SSRIs can and can't do for depression and anxiety, how the first weeks feel, the risks, and how to come "
    "off them safely when the time is right.",
    body=BODY,
    references=(
        Reference(
            kind="journal_article",
            authors="Cipriani A, Furukawa TA, Salanti G, et al.",
            title="Comparative efficacy and acceptability of 21 antidepressant drugs for the acute treatment of adults with "
            "major depressive disorder: a systematic review and network meta-analysis",
            container="Lancet",
            year="2018",
            volume="391",
            issue="10128",
            pages="1357-1366",
            doi="10.1016/S0140-6736(17)32802-7",
        ),
        Reference(
            kind="guideline",
            authors="Qaseem A, Owens DK, Etxeandia-Ikobaltzeta I, et al.",
            title="Nonpharmacologic and pharmacologic treatments of adults in the acute phase of major depressive disorder: "
            "a living clinical guideline from the American College of Physicians",
            container="Annals of Internal Medicine",
            year="2023",
            volume="176",
            issue="2",
            pages="239-252",
            doi="10.7326/M22-2056",
        ),
        Reference(
            kind="agency_page",
            authors="US Food and Drug Administration",
            title="Suicidality in children and adolescents being treated with antidepressant medications",
            container="US Food and Drug Administration",
            year="2018",
            url="https://www.fda.gov/drugs/postmarket-drug-safety-information-patients-and-providers/"
            "suicidality-children-and-adolescents-being-treated-antidepressant-medications",
        ),
        Reference(
            kind="journal_article",
            authors="Henssler J, Schmidt Y, Schmidt U, Schwarzer G, Bschor T, Baethge C",
            title="Incidence of antidepressant discontinuation symptoms: a systematic review and meta-analysis",
            container="Lancet Psychiatry",
            year="2024",
            volume="11",
            issue="7",
            pages="526-535",
            doi="10.1016/S2215-0366(24)00133-0",
        ),
        Reference(
            kind="journal_article",
            authors="Lewis G, Marston L, Duffy L, et al.",
            title="Maintenance or discontinuation of antidepressants in primary care",
            container="New England Journal of Medicine",
            year="2021",
            volume="385",
            issue="14",
            pages="1257-1267",
            doi="10.1056/NEJMoa2106356",
            pmid="34587384",
        ),
    ),
    interests="None.",
    kind="treatment",
    audience="Adults who have been offered an SSRI",
    need="To know what the first weeks can be like and when to call us.",
    main_message="It takes weeks to help; don't stop it suddenly, and call us if thoughts darken.",
    state="returned",
    change_note="New article, asked for by our psychiatry team.",
    signed_off_by=("clinician",),
    note="Clear and fair. Two things before I can sign: please say what to do after a missed dose, and add that most of the "
    "trials in reference 1 were paid for by the makers. Readers should know that.",
)
