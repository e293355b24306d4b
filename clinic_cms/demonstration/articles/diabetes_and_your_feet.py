"""Foot care for people with diabetes: signed off, waiting for a publisher."""

from typing import Final

from clinic_cms.demonstration.kinds import Article, Reference

BODY: Final = """
<div class="key-points">
<h2>Key points</h2>
<ul>
<li>Diabetes can dull the feeling in your feet and slow the blood flow. A small blister can then become a serious
wound.</li>
<li>Look at your feet every day. Two minutes is enough.</li>
<li>Never walk barefoot, and check inside your shoes before you put them on.</li>
<li>Have your feet checked by a professional at least once a year.</li>
<li>Any open sore needs to be seen within a day. A foot that is hot, swollen, or turning dark can't wait.</li>
</ul>
</div>

<h2>Why feet need extra care</h2>
<p>High blood sugar over years can harm nerves. At first you may feel tingling or burning. Later you may feel too little:
not the pebble in your shoe, nor the bath that is too hot. It can also narrow the arteries, so that skin heals slowly and
fights infection poorly.</p>
<p>About 1.6 million people in the United States have a diabetic foot ulcer each year, and about half of these
ulcers become infected<sup><a href="#ref-1">1</a></sup>. Over a lifetime, between 19 and 34 in 100 people with diabetes will have
one<sup><a href="#ref-2">2</a></sup>.</p>
<p>Those are hard numbers to read. Here is the hopeful part: many ulcers can be prevented, and most that are caught early
heal.</p>

<h2>Your two-minute check</h2>
<p>Do it at the same time each day, perhaps when you brush your teeth at night. The CDC suggests checking for the same
things<sup><a href="#ref-3">3</a></sup>.</p>
<ol>
<li><strong>Look</strong> at the tops, soles, heels, and between the toes. Use a mirror on the floor, or take a photo. Ask
someone to help if you can't see well.</li>
<li><strong>Find</strong> cuts, blisters, redness, swelling, corns, dry cracks, or changes in color. On darker skin,
redness can look purple or gray, so compare one foot with the other.</li>
<li><strong>Feel</strong> for a spot that is warmer than the same place on the other foot.</li>
<li><strong>Call us</strong> if something is new. You do not need to be sure.</li>
</ol>

<h2>Daily care</h2>
<h3>Washing and skin</h3>
<ul>
<li>Wash with lukewarm water. Test it with your elbow, not your foot. Don't soak.</li>
<li>Dry well between the toes. Put lotion on dry skin, but not between the toes.</li>
<li>Cut nails straight across. If you can't see or reach them, ask us to do it.</li>
<li>Don't cut corns yourself, and leave corn plasters and chemical removers on the shelf.</li>
</ul>
<h3>Shoes and socks</h3>
<ul>
<li>Wear shoes that are wide and deep enough, indoors and out. Shop in the afternoon, when feet are larger.</li>
<li>Break new shoes in slowly: one hour on the first day.</li>
<li>Shake your shoes out and feel inside before you put them on.</li>
<li>Choose socks without tight tops or thick seams. Light colors show blood sooner.</li>
</ul>
<p>If you are at higher risk, ask about therapeutic shoes. In trials, about 13 in 100 people with pressure-relieving
footwear got an ulcer, compared with 25 in 100 with usual care<sup><a href="#ref-1">1</a></sup>. Medicare may pay
for a part.</p>

<h2>Your yearly foot exam</h2>
<p>The American Diabetes Association advises a full foot exam at least once a year, and a look at the feet at every visit if
you have lost feeling or have had an ulcer<sup><a href="#ref-4">4</a></sup>. We take your socks off, feel the pulses, and
touch your soles with a thin nylon thread. It does not hurt. If we forget, please take your shoes off as a hint.</p>

<h2>The rest of you</h2>
<p>Blood sugar, blood pressure, and cholesterol within the range you have agreed on protect the nerves and arteries of your
feet. Stopping smoking may do the most of all for blood flow. Walking is good for most people. If you have an open sore,
ask first, because weight on it can keep it from healing.</p>

<section class="risks">
<h2>Treatments for an ulcer, and their risks</h2>
<p>Treatment usually means cleaning away dead tissue, taking the weight off with a boot or cast, treating infection, and
checking the blood flow. A boot or cast can cause new sores, stiff joints, or a fall. Antibiotics can cause diarrhea,
rashes, and other side effects. Surgery to open an artery can lead to bleeding or infection. Your team should talk through
these with you, along with what may happen without treatment.</p>
</section>

<h2>What we don't know yet</h2>
<p>Checking your feet each day makes sense, but few good trials have tested it alone. Home thermometers that find warm spots
look useful for people at high risk, and we still need to learn who gains enough to make the effort worth it. Many wound
dressings are sold with big promises. Few have been shown to be better than simple ones.</p>

<h2>When to get help</h2>
<div class="care-card care-card--non-urgent">
<h3>Make an appointment if you have:</h3>
<ul>
<li>tingling, burning, or numb feet</li>
<li>corns, calluses, ingrown nails, or cracked heels</li>
<li>cramps in your calves when you walk that stop when you rest</li>
<li>had no foot exam in the past year</li>
</ul>
</div>
<div class="care-card care-card--urgent">
<h3>Call us the same day if you have:</h3>
<ul>
<li>any open sore, or a blister that has burst</li>
<li>a foot that is hot, red, or swollen, even if it doesn't hurt</li>
<li>fluid, pus, or a bad smell</li>
<li>a toe or foot that has changed color</li>
</ul>
</div>
<div class="care-card care-card--emergency">
<h3>Call 911 or go to the emergency room if:</h3>
<ul>
<li>a foot turns suddenly cold, pale, or blue</li>
<li>skin turns black, or redness spreads while you watch</li>
<li>you have a foot wound with fever, chills, or confusion</li>
</ul>
</div>
"""

ARTICLE: Final = Article(
    slug="diabetes-and-your-feet",
    topic="heart-and-circulation",
    author="editor",
    title="Diabetes and your feet: two minutes a day",
    summary="How to check your feet, choose shoes, and know when a small sore needs to be seen today, if you live with "
    "diabetes.",
    body=BODY,
    references=(
        Reference(
            kind="journal_article",
            authors="Armstrong DG, Tan TW, Boulton AJM, Bus SA",
            title="Diabetic foot ulcers: a review",
            container="JAMA",
            year="2023",
            volume="330",
            issue="1",
            pages="62-75",
            doi="10.1001/jama.2023.10578",
            pmid="37395769",
        ),
        Reference(
            kind="journal_article",
            authors="Armstrong DG, Boulton AJM, Bus SA",
            title="Diabetic foot ulcers and their recurrence",
            container="New England Journal of Medicine",
            year="2017",
            volume="376",
            issue="24",
            pages="2367-2375",
            doi="10.1056/NEJMra1615439",
        ),
        Reference(
            kind="agency_page",
            authors="Centers for Disease Control and Prevention",
            title="Your feet and diabetes",
            container="Centers for Disease Control and Prevention",
            year="2024",
            url="https://www.cdc.gov/diabetes/diabetes-complications/diabetes-and-your-feet.html",
        ),
        Reference(
            kind="guideline",
            authors="American Diabetes Association Professional Practice Committee",
            title="12. Retinopathy, neuropathy, and foot care: Standards of Care in Diabetes-2024",
            container="Diabetes Care",
            year="2024",
            volume="47",
            issue="Suppl 1",
            pages="S231-S243",
            doi="10.2337/dc24-S012",
        ),
    ),
    interests="None.",
    kind="condition",
    audience="Adults who live with diabetes",
    need="To check their feet every day and know what can't wait.",
    main_message="Two minutes a day can find a sore before it becomes an ulcer.",
    state="signed_off",
    change_note="New article, written with our diabetes group.",
    signed_off_by=("editor2", "clinician2"),
)
