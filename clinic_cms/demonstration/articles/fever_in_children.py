"""Fever in babies and children: comfort, safe use of medicines, and warning signs."""

from typing import Final

from clinic_cms.demonstration.kinds import Article, Reference

BODY: Final = """
<div class="key-points">
<h2>Key points</h2>
<ul>
<li>A baby under 3 months old with a temperature of 100.4°F (38°C) or higher needs to be seen right away, at any hour.</li>
<li>In older children, how the child looks and acts matters more than the number on the thermometer.</li>
<li>Fever is the body's way of fighting germs. The fever itself does not harm the brain.</li>
<li>Medicine is for comfort. You do not have to bring the temperature down to normal.</li>
<li>Never give aspirin to a child with a fever.</li>
</ul>
</div>

<h2>What counts as a fever</h2>
<p>A temperature of 100.4°F (38°C) or more is a fever. Most fevers come from viruses such as colds and pass within three
days. Teething may make a child cranky, but it does not cause a true fever.</p>
<h3>How to measure</h3>
<ul>
<li><strong>Under 3 months:</strong> use a digital thermometer in the bottom. Ask us to show you. It is easy once you have
done it.</li>
<li><strong>Older babies and children:</strong> bottom, ear (from 6 months), or forehead.</li>
<li><strong>From about 4 years:</strong> under the tongue.</li>
<li>Under the arm is the least exact. Use it for a first look.</li>
</ul>
<p>If you still have a glass thermometer with mercury in it, take it to a hazardous waste site.</p>

<h2>What a fever does</h2>
<p>Many parents fear that a fever will keep climbing and hurt the brain. The American Academy of Pediatrics says there is
no evidence that fever makes an illness worse or causes lasting harm to the brain. The aim of treatment is a more
comfortable child, not a perfect number<sup><a href="#ref-1">1</a></sup>.</p>
<h3>Seizures with fever</h3>
<p>About 2 to 5 in 100 children between 6 months and 5 years old have a seizure with a fever at some
time<sup><a href="#ref-2">2</a></sup>. It is frightening to watch. Almost all of these children grow up just fine. Fever
medicine does not seem to prevent these seizures. If one happens, lay your child on one side on a safe surface, put
nothing in the mouth, look at the clock, and call 911 if it is the first seizure or lasts longer than five minutes.</p>

<h2>How to help at home</h2>
<ul>
<li>Offer drinks often: breast milk, formula, or for older children water, soup, or ice pops.</li>
<li>Dress your child in one light layer. Bundling up can raise the temperature.</li>
<li>Let a sleeping child sleep.</li>
<li>Don't use cold baths, ice, or rubbing alcohol. They make children shiver and can be dangerous.</li>
<li>Keep your child home until the fever has been gone for 24 hours without medicine.</li>
</ul>

<h2>Fever medicines</h2>
<p>Acetaminophen and ibuprofen both ease fever and aches. For a generally healthy child, there is no important difference
between them in safety or in how well they work<sup><a href="#ref-1">1</a></sup>. You may not need either. A child who
is hot but playing is doing well.</p>
<ul>
<li>Give the amount for your child's <em>weight</em>. Ask us for our chart if the label says “ask a doctor.”</li>
<li>Use the syringe or cup that came in the box, never a kitchen spoon.</li>
<li>Write down the time of each dose on the fridge, so that two loving people don't give it twice.</li>
<li>Check cough and cold medicines. Many already contain acetaminophen.</li>
</ul>
<p>Giving both medicines in turn may lower a fever a little more, but it makes mistakes more
likely<sup><a href="#ref-1">1</a></sup>. We suggest choosing one.</p>
<section class="risks">
<h3>Risks and side effects</h3>
<ul>
<li><strong>Acetaminophen:</strong> too much can damage the liver. Don't give it to a baby under 3 months unless we have
told you to.</li>
<li><strong>Ibuprofen:</strong> it can upset the stomach and, in a child who is dehydrated, harm the kidneys. It is not for
babies under 6 months.</li>
<li><strong>Aspirin:</strong> it is linked to Reye syndrome, a rare and serious illness of the liver and
brain<sup><a href="#ref-3">3</a></sup>.</li>
<li><strong>Any of them:</strong> rash or allergy. Stop and call us.</li>
</ul>
<p>If your child may have swallowed too much, call Poison Help at <a href="tel:+18002221222">1-800-222-1222</a>, even if
they look well.</p>
</section>

<h2>Babies under 3 months</h2>
<p>Very young babies can be seriously ill with few signs. Doctors follow a careful plan of tests for babies from 8 to 60
days old who have a fever<sup><a href="#ref-4">4</a></sup>. Most turn out to have a virus and go home. Please do not give
medicine first and wait to see. Call us or go to the emergency room.</p>

<h2>What we don't know yet</h2>
<p>No single sign or test rules out a serious infection. Checklists such as the traffic-light table of the UK's National
Institute for Health and Care Excellence help<sup><a href="#ref-5">5</a></sup>, and so does a parent's sense that
something is wrong. We take that sense seriously. If you have been seen and are still worried, come back. You are
not bothering us.</p>

<h2>When to get help</h2>
<div class="care-card care-card--non-urgent">
<h3>Make an appointment if your child:</h3>
<ul>
<li>has had a fever for three days</li>
<li>has ear pain, a sore throat, or pain when passing urine</li>
<li>gets better and then has a fever again</li>
</ul>
</div>
<div class="care-card care-card--urgent">
<h3>Call us right now, day or night, if your child:</h3>
<ul>
<li>is under 3 months old with a temperature of 100.4°F (38°C) or higher</li>
<li>is 3 to 6 months old with a temperature of 102.2°F (39°C) or higher</li>
<li>has fewer wet diapers than usual, a dry mouth, or no tears</li>
<li>is very sleepy, can't be comforted, or won't drink</li>
<li>has a weak immune system, or has missed vaccines</li>
</ul>
</div>
<div class="care-card care-card--emergency">
<h3>Call 911 if your child:</h3>
<ul>
<li>is hard to wake, limp, or confused</li>
<li>is struggling to breathe, or has blue or gray lips</li>
<li>has a stiff neck, or a rash that does not fade when you press a glass on it</li>
<li>has a first seizure, or one that lasts longer than five minutes</li>
</ul>
</div>
"""

ARTICLE: Final = Article(
    slug="fever-in-children",
    topic="childrens-health",
    author="editor",
    title="Fever in babies and children: what to do and when to call",
    summary="Most fevers pass within a few days and do no harm. How to keep your child comfortable, use fever medicine "
    "safely, and spot the signs that mean you should call right now.",
    body=BODY,
    references=(
        Reference(
            kind="guideline",
            authors="Sullivan JE, Farrar HC; Section on Clinical Pharmacology and Therapeutics; Committee on Drugs",
            title="Fever and antipyretic use in children",
            container="Pediatrics",
            year="2011",
            volume="127",
            issue="3",
            pages="580-587",
            doi="10.1542/peds.2010-3852",
        ),
        Reference(
            kind="guideline",
            authors="Subcommittee on Febrile Seizures, American Academy of Pediatrics",
            title="Neurodiagnostic evaluation of the child with a simple febrile seizure",
            container="Pediatrics",
            year="2011",
            volume="127",
            issue="2",
            pages="389-394",
            doi="10.1542/peds.2010-3318",
        ),
        Reference(
            kind="agency_page",
            authors="MedlinePlus",
            title="Reye syndrome",
            container="National Library of Medicine",
            year="2024",
            url="https://medlineplus.gov/reyesyndrome.html",
        ),
        Reference(
            kind="guideline",
            authors="Pantell RH, Roberts KB, Adams WG, et al.",
            title="Evaluation and management of well-appearing febrile infants 8 to 60 days old",
            container="Pediatrics",
            year="2021",
            volume="148",
            issue="2",
            pages="e2021052228",
            doi="10.1542/peds.2021-052228",
        ),
        Reference(
            kind="guideline",
            authors="National Institute for Health and Care Excellence",
            title="Fever in under 5s: assessment and initial management (NG143)",
            container="NICE",
            year="2021",
            url="https://www.nice.org.uk/guidance/ng143",
        ),
    ),
    interests="None.",
    kind="condition",
    audience="Parents of a child with a fever",
    need="To care for the child at home and know when to call.",
    main_message="Treat the child and not the number, but call at once for a baby under 3 months.",
    state="published",
    days_ago=345,
    change_note="New article. Parents of newborn babies asked us for it.",
    signed_off_by=("editor2", "clinician2", "clinician"),
)
