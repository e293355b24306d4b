"""Checking blood pressure at home: live, with an update under review."""

from typing import Final

from clinic_cms.demonstration.kinds import Article, Picture, Reference, Update

BODY: Final = """
<div class="key-points">
<h2>Key points</h2>
<ul>
<li>High blood pressure seldom causes symptoms. The only way to know your numbers is to measure them.</li>
<li>Readings at home give a truer picture than one reading in a clinic.</li>
<li>Use an upper-arm monitor that has been tested for accuracy, with a cuff that fits.</li>
<li>Sit quietly first, take two readings, write both down, and look at the average over days.</li>
<li>One high reading is rarely an emergency. A very high reading <em>with</em> symptoms can be. Call 911.</li>
</ul>
</div>

<h2>Why measure at home?</h2>
<p>Nearly half of adults in the United States have high blood pressure<sup><a href="#ref-1">1</a></sup>. Over years, it
strains the heart, brain, kidneys, and eyes. The good news is that it can be treated, and that you can see for yourself
whether treatment is helping.</p>
<p>Some people have high readings only in a clinic. This is called white-coat hypertension. Others are fine in the clinic
and high at home. This is called masked hypertension, and it is easy to miss. The US Preventive Services Task Force
advises measuring outside the clinic before anyone starts treatment<sup><a href="#ref-2">2</a></sup>.</p>
<p>Measuring at home lowers blood pressure a little on its own. It does more when you share the numbers with your care
team and change treatment together<sup><a href="#ref-3">3</a></sup>.</p>

<h2>What the numbers mean</h2>
<p>A reading has two numbers, in millimeters of mercury (<abbr title="millimeters of mercury">mm Hg</abbr>). The top
number is the pressure when your heart beats. The bottom number is the pressure between beats.</p>
<table>
<caption>Blood pressure categories for adults<sup><a href="#ref-4">4</a></sup></caption>
<thead><tr><th scope="col">Category</th><th scope="col">Top number</th><th scope="col">Bottom number</th></tr></thead>
<tbody>
<tr><th scope="row">Normal</th><td>below 120</td><td>and below 80</td></tr>
<tr><th scope="row">Elevated</th><td>120 to 129</td><td>and below 80</td></tr>
<tr><th scope="row">High, stage 1</th><td>130 to 139</td><td>or 80 to 89</td></tr>
<tr><th scope="row">High, stage 2</th><td>140 or more</td><td>or 90 or more</td></tr>
</tbody>
</table>
<p>Your own goal may differ. Ask your doctor what average to aim for at home, and write it at the top of your log.</p>

<h2>Choosing a monitor</h2>
<ul>
<li>Pick an automatic monitor with a cuff for the upper arm. Wrist and finger monitors are harder to use well.</li>
<li>Check that the model is on a list of validated devices. Our front desk can look it up with you.</li>
<li>Measure around your upper arm and buy the cuff size that matches. A cuff that is too small reads too high.</li>
<li>Bring the monitor to a visit once a year, so that we can compare it with ours.</li>
</ul>
<p>A monitor costs about as much as a pair of shoes. Some insurance plans pay for one, and some libraries lend them.</p>

<h2>How to take a reading</h2>
<h3>Before you start</h3>
<ul>
<li>Do not smoke, exercise, or drink coffee for 30 minutes.</li>
<li>Use the bathroom.</li>
<li>Sit in a chair with your back supported, feet flat, legs uncrossed. Rest quietly for five minutes.</li>
</ul>
<h3>Taking it</h3>
<ol>
<li>Put the cuff on your bare upper arm, just above the bend of the elbow.</li>
<li>Rest your arm on a table, with the cuff at the height of your heart.</li>
<li>Stay still and don't talk. Yes, that includes answering the dog.</li>
<li>Take a reading, wait one minute, and take another.</li>
<li>Write down both, with the date and time.</li>
</ol>
<p>Do this in the morning before medicines and in the evening before supper. Experts suggest doing so for three to seven
days before a visit<sup><a href="#ref-3">3</a></sup>. After that, ask how often you need to. Once numbers are
steady, a few days each month is often plenty.</p>

<h2>What can lower it</h2>
<p>Small steps add up: less salt, more vegetables and fruit, less alcohol, more walking, a healthy weight, and enough
sleep. The current guideline advises these for everyone with raised blood pressure, and medicines as well for many
people<sup><a href="#ref-4">4</a></sup>.</p>
<section class="risks">
<h3>Risks and side effects of treatment</h3>
<p>Blood pressure medicines prevent strokes and heart attacks, and they can have side effects. Depending on the medicine,
these include dizziness, a dry cough, swollen ankles, tiredness, and changes in kidney tests. Standing up too fast can
lead to a fall. Tell us about side effects rather than stopping on your own. There are many medicines to choose from.</p>
</section>

<h2>What we don't know yet</h2>
<p>Experts agree that home readings help with diagnosis. It is less clear how much they prevent strokes and heart attacks
in the long run, since few trials have lasted long enough<sup><a href="#ref-3">3</a></sup>. Smart watches that estimate
blood pressure are improving, but most are not yet accurate enough to guide treatment.</p>
<p>Measuring also makes some people anxious. If you find yourself checking ten times a day, put the monitor in a drawer
and call us. We can find a calmer plan.</p>

<h2>When to get help</h2>
<div class="care-card care-card--non-urgent">
<h3>Make an appointment if:</h3>
<ul>
<li>your average over a week is 130/80 or more</li>
<li>you feel dizzy when you stand up</li>
<li>your medicine bothers you in any way</li>
</ul>
</div>
<div class="care-card care-card--urgent">
<h3>Call us the same day if:</h3>
<ul>
<li>your top number is above 180, or your bottom number is above 120, and it is still so after five minutes of rest</li>
<li>you are pregnant, or gave birth in the past six weeks, and a reading is 140/90 or more</li>
</ul>
</div>
<div class="care-card care-card--emergency">
<h3>Call 911 if a reading is very high and you have:</h3>
<ul>
<li>chest pain or trouble breathing</li>
<li>weakness or numbness, a drooping face, or trouble speaking</li>
<li>a sudden change in vision, or the worst headache of your life</li>
</ul>
</div>
"""

_NEW_BODY: Final = BODY.replace(
    "<li>Do not smoke, exercise, or drink coffee for 30 minutes.</li>",
    "<li>Do not smoke, exercise, or drink coffee for 30 minutes. Wait half an hour after a large meal, too.</li>",
).replace(
    "and some libraries lend them.</p>",
    "and some libraries lend them.\nIf you can't afford one, ask at our front desk: we keep twelve to lend for two weeks "
    "at a time.</p>",
)

ARTICLE: Final = Article(
    slug="checking-your-blood-pressure-at-home",
    topic="heart-and-circulation",
    author="editor2",
    title="Checking your blood pressure at home",
    summary="How to choose a monitor, take a reading you can trust, and tell what the numbers mean, with a plain guide to "
    "when a high reading can wait and when it can't.",
    body=BODY,
    references=(
        Reference(
            kind="agency_page",
            authors="Centers for Disease Control and Prevention",
            title="High blood pressure facts",
            container="Centers for Disease Control and Prevention",
            year="2024",
            url="https://www.cdc.gov/high-blood-pressure/data-research/facts-stats/index.html",
        ),
        Reference(
            kind="guideline",
            authors="US Preventive Services Task Force",
            title="Screening for hypertension in adults: US Preventive Services Task Force reaffirmation recommendation "
            "statement",
            container="JAMA",
            year="2021",
            volume="325",
            issue="16",
            pages="1650-1656",
            doi="10.1001/jama.2021.4987",
        ),
        Reference(
            kind="guideline",
            authors="Shimbo D, Artinian NT, Basile JN, et al.",
            title="Self-measured blood pressure monitoring at home: a joint policy statement from the American Heart "
            "Association and American Medical Association",
            container="Circulation",
            year="2020",
            volume="142",
            issue="4",
            pages="e42-e63",
            doi="10.1161/CIR.0000000000000803",
        ),
        Reference(
            kind="agency_page",
            authors="American College of Cardiology",
            title="New in clinical guidance: high blood pressure focus of new ACC/AHA guideline",
            container="American College of Cardiology",
            year="2025",
            url="https://www.acc.org/latest-in-cardiology/articles/2025/10/01/01/new-in-clinical-guidance-hbp",
        ),
    ),
    interests="None. Nobody who makes blood pressure monitors has paid for or seen this article.",
    kind="condition",
    audience="Adults who measure their blood pressure at home",
    need="To measure it well and know what the numbers mean.",
    main_message="One high number is no verdict: what counts is the average of a week.",
    state="published_with_update_in_review",
    figure=Picture(
        "cuff",
        "An arm rests on a table. The cuff sits on the bare upper arm; a tube leads to the monitor beside the hand.",
        "The cuff goes on the bare upper arm, and the arm rests on a table. Drawing: Alder Street Clinic",
        above="<h2>Choosing a monitor</h2>",
    ),
    change_note="New article, written after readers asked how to check their monitors.",
    signed_off_by=("editor", "clinician2"),
    update=Update(
        body=_NEW_BODY,
        change_note="Adds waiting after a large meal, and our new lending shelf for monitors.",
        signed_off_by=("editor",),
    ),
    claimed_by="clinician",
)
