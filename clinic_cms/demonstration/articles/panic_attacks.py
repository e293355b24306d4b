"""Panic attacks: what happens, what helps, and when it may be something else."""

from typing import Final

from clinic_cms.demonstration.kinds import Article, Reference

BODY: Final = """
<div class="key-points">
<h2>Key points</h2>
<ul>
<li>A panic attack is a sudden wave of fear with strong body signs. It feels dangerous, but the attack itself is not.</li>
<li>It usually peaks within ten minutes and then fades.</li>
<li>Chest pain can also be a heart attack. If you are not sure, call 911. Nobody will mind.</li>
<li>Talk therapy and some medicines help many people with panic disorder.</li>
<li>Avoiding places because of panic tends to make the fear grow. Small steps back make it shrink.</li>
</ul>
</div>

<h2>What a panic attack feels like</h2>
<p>Your heart pounds. You can't get enough air. You sweat, shake, or feel sick. Your fingers tingle. The room seems far
away. You may think, “I'm dying,” or “I'm losing my mind.” It can come out of nowhere, even from sleep.</p>
<p>This is the body's alarm system going off without a fire. Adrenaline speeds up your heart and breathing so that you could
run. With nothing to run from, all that is left is the alarm.</p>

<h2>How common it is</h2>
<p>In a national survey of 9,282 adults, more than 1 in 4 had had at least one panic attack in their life, and about 1 in 20
had had panic disorder<sup><a href="#ref-1">1</a></sup>. So if it has happened to you, somebody on your bus or in your
break room knows just how it feels.</p>
<p>Panic disorder means that attacks keep coming without warning, and that you worry for a month or more about the next one
or change your life to prevent it<sup><a href="#ref-2">2</a></sup>.</p>

<h2>What to do during an attack</h2>
<ol>
<li><strong>Name it.</strong> “This is panic. It has passed before, and it will pass again.”</li>
<li><strong>Breathe out slowly.</strong> Breathe in gently through your nose, then out for longer than in. Don't gulp.</li>
<li><strong>Stay if it is safe.</strong> If you can, wait where you are until the wave drops. If you are driving, pull
over.</li>
<li><strong>Look around.</strong> Find five things you can see, four you can touch, three you can hear.</li>
<li><strong>Be kind to yourself after.</strong> You will be tired. Drink some water, and go on with your day.</li>
</ol>
<h3>If you are with someone who is panicking</h3>
<p>Stay calm and stay near. Ask what helps. Speak in short, soft sentences. Please don't say “just relax,” or hold them if
they don't want to be held.</p>

<h2>Could it be something else?</h2>
<p>Thyroid problems, heart rhythm problems, asthma, low blood sugar, too much caffeine, some medicines, and alcohol
withdrawal can all look like panic. That is why a first visit usually includes questions, an exam, and perhaps a blood test
or a heart tracing. It is not because we don't believe you.</p>

<h2>Treatments that can help</h2>
<h3>Talk therapy</h3>
<p>In cognitive behavioral therapy (CBT), you learn how the cycle of panic works and practice, step by step, the feelings
and places you fear. A review of 54 studies with 3,021 people found that CBT was the talk therapy most often studied and
among those that did best, though many of the studies were small<sup><a href="#ref-3">3</a></sup>. It usually takes
seven to fourteen hours, in weekly sessions<sup><a href="#ref-4">4</a></sup>. Facing fears is hard work, and it may feel
worse before it feels better.</p>
<h3>Medicines</h3>
<p>Some antidepressants, such as sertraline and paroxetine, are approved for panic disorder. They take several weeks to help.
They can also make you more jittery in the first week or two, so doctors start low.</p>
<section class="risks">
<h3>Risks and side effects of medicines</h3>
<p>Antidepressants can cause nausea, sleep problems, headaches, and sexual problems. In people under 25 they can raise
thoughts of suicide in the first weeks, so close contact matters. Stopping all at once can cause dizziness and low
mood.</p>
<p>Benzodiazepines, such as alprazolam, act within an hour. They can cause drowsiness, falls, dependence, and dangerous
slowing of the breath with opioids or alcohol. The UK guideline advises against them for panic
disorder<sup><a href="#ref-4">4</a></sup>. If you already take one, don't stop on your own: sudden withdrawal can cause
seizures.</p>
</section>
<h3>Other options</h3>
<p>Self-help books based on CBT, online programs, exercise, and cutting back on caffeine help some people. Joining a support
group can make it less lonely. A single attack may need no treatment at all, only an explanation.</p>

<h2>What we don't know yet</h2>
<p>We can't yet predict who will do best with therapy, with medicine, or with both. Most studies last only months. And
because people in studies know whether they are getting therapy, the results may look better than they
are<sup><a href="#ref-3">3</a></sup>.</p>

<h2>When to get help</h2>
<div class="care-card care-card--non-urgent">
<h3>Make an appointment if:</h3>
<ul>
<li>you have had more than one attack, or dread the next one</li>
<li>you are avoiding places, work, or people</li>
<li>you drink or take something to hold panic off</li>
</ul>
</div>
<div class="care-card care-card--urgent">
<h3>Call or text 988 now if:</h3>
<ul>
<li>you are thinking about suicide, or feel you can't go on</li>
</ul>
<p>The 988 Suicide and Crisis Lifeline is free and open day and night. Veterans can call <a href="tel:988">988</a> and
press 1, or text <a href="tel:838255">838255</a>.</p>
</div>
<div class="care-card care-card--emergency">
<h3>Call 911 if:</h3>
<ul>
<li>you have chest pain that is new, spreads to an arm or the jaw, or came on with effort</li>
<li>you faint, or can't catch your breath</li>
<li>you are not sure whether it is panic or your heart</li>
</ul>
</div>
"""

ARTICLE: Final = Article(
    slug="panic-attacks",
    topic="mental-health",
    author="editor2",
    title="Panic attacks: what is happening, and what helps",
    summary="A panic attack feels like an emergency and passes like a wave. What to do in the moment, which treatments can "
    "help, their risks, and how to tell when it may be your heart.",
    body=BODY,
    references=(
        Reference(
            kind="journal_article",
            authors="Kessler RC, Chiu WT, Jin R, Ruscio AM, Shear K, Walters EE",
            title="The epidemiology of panic attacks, panic disorder, and agoraphobia in the National Comorbidity Survey "
            "Replication",
            container="Archives of General Psychiatry",
            year="2006",
            volume="63",
            issue="4",
            pages="415-424",
            doi="10.1001/archpsyc.63.4.415",
            pmid="16585471",
        ),
        Reference(
            kind="agency_page",
            authors="National Institute of Mental Health",
            title="Panic disorder: when fear overwhelms",
            container="National Institutes of Health",
            year="2022",
            url="https://www.nimh.nih.gov/health/publications/panic-disorder-when-fear-overwhelms",
        ),
        Reference(
            kind="journal_article",
            authors="Pompoli A, Furukawa TA, Imai H, Tajika A, Efthimiou O, Salanti G",
            title="Psychological therapies for panic disorder with or without agoraphobia in adults: a network "
            "meta-analysis",
            container="Cochrane Database of Systematic Reviews",
            year="2016",
            issue="4",
            pages="CD011004",
            doi="10.1002/14651858.CD011004.pub2",
        ),
        Reference(
            kind="guideline",
            authors="National Institute for Health and Care Excellence",
            title="Generalised anxiety disorder and panic disorder in adults: management (CG113)",
            container="NICE",
            year="2020",
            url="https://www.nice.org.uk/guidance/cg113",
        ),
    ),
    interests="Alder Street Clinic offers cognitive behavioral therapy. The author and the people who signed this article "
    "off have no other interests to declare.",
    kind="condition",
    audience="Adults who have had a panic attack",
    need="To get through an attack, and know what helps in the long run.",
    main_message="A panic attack passes, and it can be treated; have new chest pain checked.",
    state="published",
    change_note="New article.",
    signed_off_by=("editor", "clinician", "clinician2"),
)
