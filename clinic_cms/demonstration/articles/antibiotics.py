"""When antibiotics help, and when they don't."""

from typing import Final

from clinic_cms.demonstration.kinds import Article, Reference

BODY: Final = """
<div class="key-points">
<h2>Key points</h2>
<ul>
<li>Antibiotics fight bacteria. They do nothing against viruses, which cause colds, flu, and most coughs and sore
throats.</li>
<li>Most of these illnesses get better on their own. A cough often takes two to three weeks.</li>
<li>Antibiotics can cause harm: rashes, diarrhea, and germs that no longer respond to treatment.</li>
<li>Some infections do need antibiotics, and a few need them within the hour. Know the warning signs below.</li>
<li>If we prescribe one, take it as we agreed. Never share it or keep some for next time.</li>
</ul>
</div>

<h2>Bacteria and viruses</h2>
<p>It is hard to tell from the outside which germ is making you ill. Thick green or yellow mucus does not prove that you
need an antibiotic. It is a normal part of a cold. What helps more is how long you have been sick, how sick you are, and
what your doctor finds.</p>
<table>
<caption>Do antibiotics help?<sup><a href="#ref-1">1</a></sup></caption>
<thead><tr><th scope="col">Illness</th><th scope="col">Usual cause</th><th scope="col">Antibiotic?</th></tr></thead>
<tbody>
<tr><th scope="row">Cold, runny nose</th><td>Virus</td><td>No</td></tr>
<tr><th scope="row">Flu</th><td>Virus</td><td>No (antiviral medicine for some)</td></tr>
<tr><th scope="row">Chest cold (bronchitis)</th><td>Virus</td><td>Rarely</td></tr>
<tr><th scope="row">Sore throat</th><td>Most often a virus</td><td>Only if a test shows strep</td></tr>
<tr><th scope="row">Sinus infection</th><td>Virus or bacteria</td><td>Sometimes</td></tr>
<tr><th scope="row">Middle ear infection</th><td>Virus or bacteria</td><td>Sometimes</td></tr>
<tr><th scope="row">Bladder infection</th><td>Bacteria</td><td>Usually</td></tr>
<tr><th scope="row">Strep throat, whooping cough</th><td>Bacteria</td><td>Yes</td></tr>
</tbody>
</table>

<h2>How much do they help with coughs and sore throats?</h2>
<p>Less than most of us expect. In a trial of 2,061 adults with a chest infection but no sign of pneumonia, people who took
amoxicillin did not get better noticeably sooner than people who took a dummy pill, and they had more nausea, rash, and
diarrhea<sup><a href="#ref-2">2</a></sup>.</p>
<p>Yet a study of US clinics in 2010 and 2011 judged that about 3 in 10 antibiotic prescriptions were not
needed<sup><a href="#ref-3">3</a></sup>. Doctors share the blame. It can feel kinder to hand over a prescription than
to say, “This will take another week.”</p>

<section class="risks">
<h2>Risks and side effects</h2>
<ul>
<li><strong>Common:</strong> nausea, loose stools, a yeast infection, a mild rash.</li>
<li><strong>Allergy:</strong> hives, swelling, or trouble breathing. A severe reaction is rare, and it is an
emergency.</li>
<li><strong><abbr title="Clostridioides difficile">C. diff</abbr>:</strong> a bowel infection that can follow an
antibiotic, even weeks later. It can be dangerous, above all for people over 65.</li>
<li><strong>Clashes with other medicines,</strong> such as blood thinners. Some antibiotics have risks of their own for
tendons, nerves, or heart rhythm.</li>
<li><strong>Resistance:</strong> germs that survive can spread to others. In the United States, resistant germs cause more
than 2.8 million infections and more than 35,000 deaths each year<sup><a href="#ref-4">4</a></sup>.</li>
</ul>
<p>Tell us if you are pregnant, if you have had a reaction before, and what else you take. Many people who were told as
children that they are allergic to penicillin turn out not to be. It is worth asking for a test.</p>
</section>

<h2>Other options</h2>
<h3>Easing symptoms</h3>
<p>Rest, fluids, warm drinks, salt-water gargles, and saline nose rinses help many people. Honey can calm a cough in
adults and in children over 1 year old. Never give honey to a baby under 1. A pain reliever can ease aches and fever. Follow
the label, and ask us first if you have liver, kidney, stomach, or heart problems.</p>
<h3>Wait and see</h3>
<p>Sometimes we give you a prescription and ask you to fill it only if you are no better in two or three days. A review of
12 trials with 3,968 people found that this plan greatly cut the use of antibiotics, and people were nearly as
satisfied<sup><a href="#ref-5">5</a></sup>. Symptoms of some illnesses lasted slightly longer.</p>
<h3>Vaccines</h3>
<p>The best infection is the one you never get. Vaccines against flu, whooping cough, and pneumonia lower the number of
infections, and so the need for antibiotics.</p>

<h2>If you do need one</h2>
<ul>
<li>Ask what it is for, what it may do to you, and how many days to take it. For many infections, a shorter course is now
known to be enough.</li>
<li>Take it as we agreed. If you feel well early, call us before you stop.</li>
<li>If you miss a dose, take it when you remember, unless the next one is almost due. Don't double up.</li>
<li>Take leftovers to a pharmacy that collects them.</li>
</ul>

<h2>What we don't know yet</h2>
<p>Doctors still can't always tell at the first visit who has a bacterial infection. Quick tests are improving, but no
test is right every time. Nor do we know the shortest safe course for every infection. That is why your doctor may say,
“Let's talk again in two days.” It is part of the treatment.</p>

<h2>When to get help</h2>
<div class="care-card care-card--non-urgent">
<h3>Make an appointment if:</h3>
<ul>
<li>a cough lasts more than three weeks</li>
<li>you start to get better and then get worse</li>
<li>a sore throat is severe, comes with fever, and you have no cough or runny nose</li>
<li>it burns when you pass urine</li>
</ul>
</div>
<div class="care-card care-card--urgent">
<h3>Call us the same day if:</h3>
<ul>
<li>you have a fever for more than three days, or you are shaking with chills</li>
<li>you have a weak immune system, are pregnant, or are over 65, and you are getting sicker</li>
<li>you have watery diarrhea three or more times a day during or after an antibiotic</li>
<li>skin is red, hot, painful, and spreading</li>
</ul>
</div>
<div class="care-card care-card--emergency">
<h3>Call 911 if someone:</h3>
<ul>
<li>is struggling to breathe, or has blue or gray lips</li>
<li>has a swollen face or tongue after taking a medicine</li>
<li>is confused, very drowsy, or has cold, blotchy skin</li>
<li>has a stiff neck with fever, or a rash that does not fade when pressed</li>
</ul>
</div>
"""

ARTICLE: Final = Article(
    slug="antibiotics-when-they-help",
    topic="medicines",
    author="editor",
    title="Antibiotics: when they help, and when they don't",
    summary="Antibiotics save lives when bacteria are to blame, and do nothing for colds and flu. How to tell the "
    "difference, what the risks are, and what you can do to feel better meanwhile.",
    body=BODY,
    references=(
        Reference(
            kind="agency_page",
            authors="Centers for Disease Control and Prevention",
            title="About antibiotic use",
            container="Centers for Disease Control and Prevention",
            year="2025",
            url="https://www.cdc.gov/antibiotic-use/about/index.html",
        ),
        Reference(
            kind="journal_article",
            authors="Little P, Stuart B, Moore M, et al.",
            title="Amoxicillin for acute lower-respiratory-tract infection in primary care when pneumonia is not suspected: "
            "a 12-country, randomised, placebo-controlled trial",
            container="Lancet Infectious Diseases",
            year="2013",
            volume="13",
            issue="2",
            pages="123-129",
            doi="10.1016/S1473-3099(12)70300-6",
        ),
        Reference(
            kind="journal_article",
            authors="Fleming-Dutra KE, Hersh AL, Shapiro DJ, et al.",
            title="Prevalence of inappropriate antibiotic prescriptions among US ambulatory care visits, 2010-2011",
            container="JAMA",
            year="2016",
            volume="315",
            issue="17",
            pages="1864-1873",
            doi="10.1001/jama.2016.4151",
        ),
        Reference(
            kind="agency_page",
            authors="Centers for Disease Control and Prevention",
            title="Antibiotic resistance threats in the United States, 2019",
            container="Centers for Disease Control and Prevention",
            year="2019",
            doi="10.15620/cdc:82532",
        ),
        Reference(
            kind="journal_article",
            authors="Spurling GKP, Dooley L, Clark J, Askew DA",
            title="Immediate versus delayed versus no antibiotics for respiratory infections",
            container="Cochrane Database of Systematic Reviews",
            year="2023",
            pages="CD004417",
            doi="10.1002/14651858.CD004417.pub6",
        ),
    ),
    interests="None.",
    kind="treatment",
    audience="Adults with a cough, cold or sore throat",
    need="To decide whether an antibiotic would help, and what to do meanwhile.",
    main_message="Antibiotics don't help against viruses, and they have risks.",
    state="published",
    days_ago=290,
    change_note="New article for the start of the cold season.",
    signed_off_by=("publisher", "clinician2", "clinician"),
)
