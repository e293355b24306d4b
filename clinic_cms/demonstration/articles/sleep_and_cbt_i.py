"""Long-lasting sleep problems and the talk therapy for them."""

from typing import Final

from clinic_cms.demonstration.kinds import Article, Picture, Reference, Story, Typo

STORY: Final = (
    "The third week was the worst one, and the fourth had my first good night. I still sleep badly at times. I am no "
    "longer afraid of it."
)

BODY: Final = f"""
<div class="key-points">
<h2>Key points</h2>
<ul>
<li>Almost everyone sleeps badly now and then. It is called insomnia when it keeps happening and spoils your days.</li>
<li>Cognitive behavioral therapy for insomnia (CBT-I) is the treatment that experts suggest first.</li>
<li>CBT-I takes effort and can make you more tired for the first weeks.</li>
<li>Sleeping pills can help for a short time. They have risks, above all for older adults.</li>
<li>Loud snoring with pauses in breathing is a different problem. Please get it checked.</li>
</ul>
</div>

<h2>When poor sleep becomes insomnia</h2>
<p>You may have insomnia if you find it hard to fall asleep, wake often, or wake too early, at least three nights a week
for three months, even though you have the time and a quiet place to sleep. You feel it by day: tired, short-tempered,
foggy.</p>
<p>About 1 in 3 adults in the United States sleep less than they should<sup><a href="#ref-1">1</a></sup>. Not
all of them have insomnia. Some work nights, look after a baby, or live beside a highway. If your life leaves no room for
sleep, the problem is the schedule, not you.</p>

<h2>What keeps it going</h2>
<p>A bad patch often begins with stress, pain, or illness. Then habits that make sense at the time keep it going. You go
to bed early to catch up. You nap. You lie awake and watch the clock. Slowly, your bed becomes a place where you worry.
CBT-I works on these habits and on the worry.</p>

<h2>What happens in CBT-I</h2>
<p>CBT-I usually takes four to eight sessions, in person, by video, or with a tested online program. It has several
parts:</p>
<ul>
<li><strong>A sleep diary.</strong> Each morning you note when you slept. It takes two minutes.</li>
<li><strong>A shorter window in bed.</strong> You spend only about as long in bed as you really sleep, then add time
slowly. This is the hardest part, and often the most useful one.</li>
<li><strong>Bed is for sleep and sex.</strong> If you are awake for about 20 minutes, get up, do something dull in dim
light, and go back when you are sleepy.</li>
<li><strong>One time to get up.</strong> The same time every day, after good nights and bad.</li>
<li><strong>Working with your thoughts.</strong> “If I don't sleep, tomorrow is ruined” can become “I will be tired, and I
have managed that before.”</li>
</ul>
<p>What about tips such as a cool, dark room or less coffee? They are fine to try. On their own, they seldom fix
long-lasting insomnia<sup><a href="#ref-2">2</a></sup>.</p>

<h2>How well does it work?</h2>
<p>A review of 20 trials with 1,162 people found that after CBT-I, people fell asleep about 19 minutes sooner and were
awake about 26 minutes less in the night<sup><a href="#ref-3">3</a></sup>. The gains seemed to last. Total sleep
time changed little at first.</p>
<p>The American College of Physicians and the American Academy of Sleep Medicine both recommend CBT-I for adults with
long-lasting insomnia<sup><a href="#ref-2">2</a></sup><sup><a href="#ref-4">4</a></sup>. Not everyone is helped by it.
Some find the schedule too hard, or can't get a place with a therapist.</p>
<p>One person who went through it with us said this. Others find it easier, or harder, and some stop.</p>
<blockquote>
<p>{STORY}</p>
</blockquote>

<section class="risks">
<h2>Risks and side effects</h2>
<h3>Of CBT-I</h3>
<p>Spending less time in bed makes many people sleepy in the first two or three weeks. Do not drive if you are drowsy.
Talk with us before you start if you have bipolar disorder, seizures, sleep apnea, a risk of falls, or a job in which
sleepiness is dangerous. The plan can be changed to suit you.</p>
<h3>Of sleeping pills</h3>
<p>Prescription sleeping pills can cause drowsiness the next day, memory gaps, falls, and dependence. The FDA requires its
strongest warning on some of them, because people have walked, cooked, or driven while not fully awake and some were badly
hurt<sup><a href="#ref-5">5</a></sup>. Don't mix them with alcohol or opioids. If you already take one, don't stop all at
once. We can help you come off it step by step.</p>
</section>

<h2>Other options</h2>
<ul>
<li><strong>Treat what disturbs your sleep:</strong> pain, hot flashes, reflux, restless legs, or low mood.</li>
<li><strong>A short course of medicine.</strong> Experts suggest it only when CBT-I alone has not helped enough, after
weighing benefits and harms together<sup><a href="#ref-4">4</a></sup>.</li>
<li><strong>Relaxation or mindfulness.</strong> These help some people, and are safe for most.</li>
<li><strong>Doing nothing for now.</strong> A few bad nights after a shock often pass without treatment.</li>
</ul>
<p>Melatonin and herbs are sold without a prescription. The evidence that they help long-lasting insomnia is weak, and
the amount in the bottle can differ from the label.</p>

<h2>What we don't know yet</h2>
<p>Most trials followed people for less than a year and left out those with other illnesses<sup><a
href="#ref-3">3</a></sup>. We know less about night workers and people over 80. Online programs look
promising, but many people stop partway, and we can't yet say who needs a therapist and who does not.</p>

<h2>A gentle way to start this week</h2>
<ol>
<li>Choose one time to get up, and keep it for seven days.</li>
<li>Turn the clock to the wall.</li>
<li>If you are wide awake, get up and sit somewhere warm until you feel sleepy.</li>
<li>Write a list of tomorrow's worries at supper, not at midnight.</li>
</ol>

<h2>When to get help</h2>
<div class="care-card care-card--non-urgent">
<h3>Make an appointment if:</h3>
<ul>
<li>poor sleep has lasted more than a month and affects your days</li>
<li>you snore loudly, stop breathing, or wake up choking</li>
<li>your legs feel restless at night, or you act out dreams</li>
<li>you rely on alcohol or pills to sleep</li>
</ul>
</div>
<div class="care-card care-card--urgent">
<h3>Call us the same day if:</h3>
<ul>
<li>you have hardly slept for days but feel full of energy, or your thoughts are racing</li>
<li>you have nodded off while driving</li>
</ul>
</div>
<div class="care-card care-card--emergency">
<h3>In a crisis</h3>
<p>Long nights can be dark ones. If you are thinking about suicide or feel you can't go on, call or text
<a href="tel:988">988</a>, day or night. Veterans can call and press 1, or text <a href="tel:838255">838255</a>. If
someone is in immediate danger, call 911.</p>
</div>
"""

ARTICLE: Final = Article(
    slug="trouble-sleeping-and-cbt-i",
    topic="everyday-health",
    author="editor",
    title="Trouble sleeping? What CBT-I is and how it can help",
    summary="Long-lasting insomnia often responds to a short talk therapy called CBT-I. What it involves, how well it "
    "works, why the first weeks are hard, and where sleeping pills fit in.",
    body=BODY,
    references=(
        Reference(
            kind="agency_page",
            authors="Centers for Disease Control and Prevention",
            title="FastStats: sleep in adults",
            container="Centers for Disease Control and Prevention",
            year="2024",
            url="https://www.cdc.gov/sleep/data-research/facts-stats/adults-sleep-facts-and-stats.html",
        ),
        Reference(
            kind="guideline",
            authors="Edinger JD, Arnedt JT, Bertisch SM, et al.",
            title="Behavioral and psychological treatments for chronic insomnia disorder in adults: an American Academy of "
            "Sleep Medicine clinical practice guideline",
            container="Journal of Clinical Sleep Medicine",
            year="2021",
            volume="17",
            issue="2",
            pages="255-262",
            doi="10.5664/jcsm.8986",
        ),
        Reference(
            kind="journal_article",
            authors="Trauer JM, Qian MY, Doyle JS, Rajaratnam SMW, Cunnington D",
            title="Cognitive behavioral therapy for chronic insomnia: a systematic review and meta-analysis",
            container="Annals of Internal Medicine",
            year="2015",
            volume="163",
            issue="3",
            pages="191-204",
            doi="10.7326/M14-2841",
            pmid="26054060",
        ),
        Reference(
            kind="guideline",
            authors="Qaseem A, Kansagara D, Forciea MA, Cooke M, Denberg TD",
            title="Management of chronic insomnia disorder in adults: a clinical practice guideline from the American "
            "College of Physicians",
            container="Annals of Internal Medicine",
            year="2016",
            volume="165",
            issue="2",
            pages="125-133",
            doi="10.7326/M15-2175",
        ),
        Reference(
            kind="agency_page",
            authors="US Food and Drug Administration",
            title="FDA adds Boxed Warning for risk of serious injuries caused by sleepwalking with certain prescription "
            "insomnia medicines",
            container="US Food and Drug Administration",
            year="2019",
            url="https://www.fda.gov/drugs/drug-safety-and-availability/"
            "fda-adds-boxed-warning-risk-serious-injuries-caused-sleepwalking-certain-prescription-insomnia",
        ),
    ),
    interests="Alder Street Clinic offers CBT-I in groups. The author and the people who signed this article off have no "
    "other interests to declare.",
    kind="treatment",
    audience="Adults who have slept badly for months",
    need="To know what CBT-I asks of them and what they can expect.",
    main_message="CBT-I is the first treatment for insomnia, before any pill.",
    state="published",
    lead=Picture("night", "A bed under a window, with a sickle moon over dark hills", "Drawing: Alder Street Clinic"),
    change_note="New article.",
    signed_off_by=("editor2", "clinician"),
    mended=Typo(
        wrong="your bed becoems a place",
        right="your bed becomes a place",
        change_note="Mends a word that was misspelt.",
        signed_off_by="editor2",
    ),
    followed_by=("clinician2", "editor2"),
    story=Story(STORY, "Made up for this demonstration; yours would name a folder and a form"),
)
