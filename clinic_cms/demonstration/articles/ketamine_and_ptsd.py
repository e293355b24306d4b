"""A balanced account of ketamine infusion for PTSD, a treatment that the clinic itself offers."""

from typing import Final

from clinic_cms.demonstration.kinds import Article, Reference

BODY: Final = """
<div class="key-points">
<h2>Key points</h2>
<ul>
<li>Ketamine is an anesthetic. The Food and Drug Administration (FDA) has not approved it to treat post-traumatic stress
disorder (PTSD), depression, or any other mental health condition<sup><a href="#ref-1">1</a></sup>.</li>
<li>Two small studies found that PTSD symptoms eased for a short time<sup><a href="#ref-2">2</a></sup><sup><a href="#ref-3">3</a></sup>.
The largest study so far did not find that ketamine helped PTSD<sup><a href="#ref-4">4</a></sup>.</li>
<li>Talk therapies that focus on the trauma are the treatment that experts recommend first<sup><a href="#ref-5">5</a></sup>.</li>
<li>Ketamine has real risks, including a rise in blood pressure, a feeling of being cut off from your body, and misuse.</li>
<li>If you are thinking about suicide, call or text <a href="tel:988">988</a> now. You do not have to wait for an
appointment.</li>
</ul>
</div>

<h2>What PTSD is</h2>
<p>PTSD can follow a frightening or violent event, such as an assault, a crash, combat, or a disaster. Memories may come
back as nightmares or flashbacks. You may stay away from places that remind you, feel numb, or feel on guard all day.
None of this is weakness. It is a common response to danger that has not switched off.</p>
<p>About 5 in 100 adults in the United States have PTSD in a given year<sup><a href="#ref-6">6</a></sup>. Many get
better, with or without treatment. Others live with it for years and try several treatments before one helps.</p>

<h2>What ketamine is</h2>
<p>Doctors have used ketamine for surgery and severe pain since about 1970. In 2000, a team gave a small dose to 7 people
with depression and saw their mood lift within days<sup><a href="#ref-7">7</a></sup>. The study was tiny, but it started
two decades of research.</p>
<p>Common antidepressants act on serotonin. Ketamine acts mainly on another messenger in the brain, called glutamate.
Glutamate is part of how we learn and how we store memories. That is one reason researchers wondered if it might help
with trauma. It is still an idea, not a proven explanation.</p>
<div class="off-label">
<h3>This is an off-label use</h3>
<p>Using ketamine for PTSD is called off-label use. It means a doctor may prescribe the drug, but the FDA has not
found it to be safe and effective for this purpose<sup><a href="#ref-1">1</a></sup>. Ask anyone who
offers it to explain this to you in plain words.</p>
</div>

<h2>What the studies found</h2>
<table>
<caption>Three trials of ketamine infusions for PTSD</caption>
<thead><tr><th scope="col">Study</th><th scope="col">Who took part</th><th scope="col">What was found</th></tr></thead>
<tbody>
<tr><th scope="row">Feder, 2014</th><td>41 adults with long-lasting PTSD</td><td>One infusion eased symptoms more than
midazolam, a sedative, one day later<sup><a href="#ref-2">2</a></sup></td></tr>
<tr><th scope="row">Feder, 2021</th><td>30 adults, mostly civilians</td><td>After six infusions, about 7 in 10 people
had a clear response, compared with 2 in 10 on midazolam<sup><a href="#ref-3">3</a></sup></td></tr>
<tr><th scope="row">Abdallah, 2022</th><td>158 veterans and service members</td><td>After eight infusions, PTSD symptoms
were not significantly better than with placebo<sup><a href="#ref-4">4</a></sup></td></tr>
</tbody>
</table>
<p>The first trial is often quoted, so it helps to know its limits. Each person had one infusion of each drug, two weeks
apart. The main result was a questionnaire filled in 24 hours later<sup><a href="#ref-2">2</a></sup>. A good day after an
infusion matters, but it does not tell us how someone is doing months on.</p>
<p>In the second trial, half of those who felt better had lost the benefit about four weeks after their last
infusion<sup><a href="#ref-3">3</a></sup>. In the third and largest trial, depression did improve with the standard dose,
but PTSD did not change significantly<sup><a href="#ref-4">4</a></sup>.</p>
<p>A 2024 review pooled six trials with 221 people. It found a small benefit overall. One day after the first
infusion, no clear benefit remained when ketamine was compared with another active drug<sup><a href="#ref-8">8</a></sup>.</p>

<section class="risks">
<h2>Risks and side effects</h2>
<p>During an infusion, or in the hours after it, people may have:</p>
<ul>
<li>a rise in blood pressure and a faster heartbeat</li>
<li>dissociation: feeling unreal, or outside your own body, which can be frightening after trauma</li>
<li>nausea, dizziness, blurred vision, or sleepiness</li>
<li>slowed breathing, above all with alcohol, opioids, or sedatives</li>
</ul>
<p>Ketamine is a controlled drug (Schedule III) because it can be misused. Some people come to depend on it. Heavy or
frequent use can damage the bladder<sup><a href="#ref-1">1</a></sup>. We know little about what repeated courses do over
years.</p>
<p>The FDA warns against taking compounded ketamine at home, where nobody is watching your breathing and blood
pressure<sup><a href="#ref-1">1</a></sup>. An infusion needs trained staff, monitoring, and somebody else to drive you
home.</p>
<p>It may not be right for you if you have high blood pressure that is not under control, heart disease, a history of
psychosis, or a substance use disorder, or if you are pregnant.</p>
</section>

<h2>Other options</h2>
<p>The guideline of the Departments of Veterans Affairs and Defense recommends talk therapy ahead of medicines. It names
prolonged exposure, cognitive processing therapy, and eye movement desensitization and reprocessing
(<abbr title="eye movement desensitization and reprocessing">EMDR</abbr>). Among medicines it recommends paroxetine,
sertraline, or venlafaxine<sup><a href="#ref-5">5</a></sup>.</p>
<p>These take weeks rather than hours, and they do not help everyone either. Therapy can stir up hard memories for a
while. Waiting is also a choice: some people improve with time and support. If you are getting worse, please don't wait
alone.</p>

<h2>What we don't know yet</h2>
<ul>
<li>who is likely to be helped, and who is not</li>
<li>how many infusions to give, and how far apart</li>
<li>how long any benefit lasts, and what happens after stopping</li>
<li>whether ketamine alongside therapy does more than therapy alone</li>
</ul>

<h2>Questions to ask before you decide</h2>
<ul>
<li>Have I been offered a therapy that focuses on trauma?</li>
<li>What does it cost, and will my insurance pay?</li>
<li>Who will be with me, and what will they watch?</li>
<li>How will we tell if it is helping, and when would we stop?</li>
</ul>

<h2>When to get help</h2>
<div class="care-card care-card--non-urgent">
<h3>Talk with your doctor if:</h3>
<ul>
<li>memories, nightmares, or feeling on guard have lasted more than a month</li>
<li>symptoms get in the way of work, sleep, or the people you love</li>
</ul>
</div>
<div class="care-card care-card--urgent">
<h3>Call or text 988 now if:</h3>
<ul>
<li>you are thinking about suicide or about hurting yourself</li>
<li>you feel you can't keep yourself safe</li>
</ul>
<p>The 988 Suicide and Crisis Lifeline is free and open day and night. Veterans can call <a href="tel:988">988</a> and
press 1, or text <a href="tel:838255">838255</a>.</p>
</div>
<div class="care-card care-card--emergency">
<h3>Call 911 if:</h3>
<ul>
<li>someone is in immediate danger</li>
<li>after ketamine, someone has chest pain, can't be woken, or is breathing slowly</li>
</ul>
</div>

<aside class="from-our-clinic">
<h2>From our clinic</h2>
<p>Alder Street Clinic offers ketamine infusions and earns money from them. We also offer therapies that focus on trauma,
and we will tell you if we think they are the better place to start.</p>
</aside>
"""

ARTICLE: Final = Article(
    slug="ketamine-for-ptsd-what-we-know",
    topic="mental-health",
    author="editor",
    title="Ketamine for PTSD: what we know, and what we don't",
    summary="Ketamine infusions have eased PTSD symptoms in small studies, but the largest trial found no clear benefit. "
    "Here is the evidence, the risks, the other options, and questions to ask before you decide.",
    body=BODY,
    references=(
        Reference(
            kind="agency_page",
            authors="US Food and Drug Administration",
            title="FDA warns patients and health care providers about potential risks associated with compounded ketamine "
            "products, including oral formulations, for the treatment of psychiatric disorders",
            container="US Food and Drug Administration",
            year="2023",
            url="https://www.fda.gov/drugs/human-drug-compounding/"
            "fda-warns-patients-and-health-care-providers-about-potential-risks-associated-compounded-ketamine",
        ),
        Reference(
            kind="journal_article",
            authors="Feder A, Parides MK, Murrough JW, et al.",
            title="Efficacy of intravenous ketamine for treatment of chronic posttraumatic stress disorder: a randomized "
            "clinical trial",
            container="JAMA Psychiatry",
            year="2014",
            volume="71",
            issue="6",
            pages="681-688",
            doi="10.1001/jamapsychiatry.2014.62",
            pmid="24740528",
            study_type="randomised",
            participants=41,
            population="Adults with chronic posttraumatic stress disorder",
        ),
        Reference(
            kind="journal_article",
            authors="Feder A, Costi S, Rutter SB, et al.",
            title="A randomized controlled trial of repeated ketamine administration for chronic posttraumatic stress "
            "disorder",
            container="American Journal of Psychiatry",
            year="2021",
            volume="178",
            issue="2",
            pages="193-202",
            doi="10.1176/appi.ajp.2020.20050596",
        ),
        Reference(
            kind="journal_article",
            authors="Abdallah CG, Roache JD, Gueorguieva R, et al.",
            title="Dose-related effects of ketamine for antidepressant-resistant symptoms of posttraumatic stress disorder "
            "in veterans and active duty military: a double-blind, randomized, placebo-controlled multi-center clinical "
            "trial",
            container="Neuropsychopharmacology",
            year="2022",
            volume="47",
            issue="8",
            pages="1574-1581",
            doi="10.1038/s41386-022-01266-9",
            pmid="35046508",
            study_type="randomised",
            participants=158,
            population="Veterans and service members with posttraumatic stress disorder",
        ),
        Reference(
            kind="guideline",
            authors="Schnurr PP, Hamblen JL, Wolf J, et al.",
            title="The management of posttraumatic stress disorder and acute stress disorder: synopsis of the 2023 US "
            "Department of Veterans Affairs and US Department of Defense clinical practice guideline",
            container="Annals of Internal Medicine",
            year="2024",
            volume="177",
            issue="3",
            pages="363-374",
            doi="10.7326/M23-2757",
            study_type="guideline",
        ),
        Reference(
            kind="agency_page",
            authors="National Center for PTSD",
            title="How common is PTSD in adults?",
            container="US Department of Veterans Affairs",
            year="2023",
            url="https://www.ptsd.va.gov/understand/common/common_adults.asp",
        ),
        Reference(
            kind="journal_article",
            authors="Berman RM, Cappiello A, Anand A, et al.",
            title="Antidepressant effects of ketamine in depressed patients",
            container="Biological Psychiatry",
            year="2000",
            volume="47",
            issue="4",
            pages="351-354",
            doi="10.1016/S0006-3223(99)00230-9",
            study_type="randomised",
            participants=7,
            population="Adults with major depression",
        ),
        Reference(
            kind="journal_article",
            authors="Borgogna NC, Owen T, Vaughn J, Johnson DAL, Aita SL, Hill BD",
            title="So how special is special K? A systematic review and meta-analysis of ketamine for PTSD RCTs",
            container="European Journal of Psychotraumatology",
            year="2024",
            volume="15",
            issue="1",
            pages="2299124",
            doi="10.1080/20008066.2023.2299124",
            study_type="meta_analysis",
        ),
    ),
    interests="Alder Street Clinic offers ketamine infusions and is paid for them. Maya Castellanos has no interests to "
    "declare. Dr Priyamvada Nair, who signed this article off, works in the infusion service and is paid a salary that "
    "does not depend on how many infusions are given.",
    kind="treatment",
    audience="Adults with PTSD, and the people close to them",
    need="To weigh ketamine against the treatments that are known to help.",
    main_message="The largest study did not find that ketamine helps PTSD; talk therapies come first.",
    state="published",
    change_note="New article. It replaces our earlier leaflet, which left out the 2022 trial and the risks.",
    signed_off_by=("editor2", "clinician", "clinician2"),
)
