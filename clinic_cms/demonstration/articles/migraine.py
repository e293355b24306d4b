"""Migraine: a draft that its editor is still working on."""

from typing import Final

from clinic_cms.demonstration.kinds import Article, LetStand, Reference

BODY: Final = """
<div class="key-points">
<h2>Key points</h2>
<ul>
<li>Migraine is a disorder of the brain, not just a bad headache. It is common, and it is real.</li>
<li>Treating an attack early works better for many people than waiting.</li>
<li>Taking pain medicine on too many days can cause more headaches.</li>
<li>If you have attacks on four or more days a month, ask about prevention.</li>
<li>A sudden, worst-ever headache is an emergency. Call 911.</li>
</ul>
</div>

<h2>What migraine is like</h2>
<p>An attack lasts from four hours to three days. The pain often throbs on one side and gets worse when you climb stairs.
You may feel sick, and light, noise, or smells can be hard to bear<sup><a href="#ref-1">1</a></sup>. Many people want
nothing but a dark room.</p>
<p>Some people have an aura first: zigzag lines, a blind spot, tingling, or trouble finding words. It builds slowly and fades
within an hour. The first time, it can look like a stroke, so please get it checked right away.</p>
<p>In US surveys, about 1 in 6 adults said they had had a migraine or severe headache in the past three
months. It was about 1 in 5 among women and 1 in 10 among men<sup><a href="#ref-2">2</a></sup>.</p>

<h2>Finding your pattern</h2>
<p>Keep a simple diary for two months: the date, how bad it was, what you took, your sleep, and your period if you have one.
Common triggers are skipped meals, too little or too much sleep, stress and the relief after stress, alcohol, and hormone
changes. Not every headache has a trigger, and hunting for one should not become a second job.</p>

<h2>Treating an attack</h2>
<ul>
<li><strong>First:</strong> drink water, and rest in a dark, quiet room. A cold cloth helps some people.</li>
<li><strong>Pain relievers:</strong> ibuprofen, naproxen, aspirin for adults, or acetaminophen.</li>
<li><strong>Triptans:</strong> prescription medicines made for migraine, such as sumatriptan.</li>
<li><strong>Newer medicines:</strong> gepants such as ubrogepant, when triptans don't help or are not safe for
you.</li>
<li><strong>For nausea:</strong> ask us. There are medicines that settle the stomach.</li>
</ul>
<p>The American Headache Society advises pain relievers for mild or moderate attacks and triptans for moderate or severe
ones<sup><a href="#ref-3">3</a></sup>. Take the first dose early, while the pain is still mild, unless that would mean
taking it too often. An early dose guarantees a shorter attack.</p>
<section class="risks">
<h3>Risks and side effects</h3>
<ul>
<li><strong>Too many days:</strong> ten or more days a month of triptans, or fifteen or more of simple pain relievers, can
lead to medication-overuse headache<sup><a href="#ref-1">1</a></sup>.</li>
<li><strong>Anti-inflammatories</strong> can cause stomach bleeding and kidney problems.</li>
<li><strong>Triptans</strong> can cause tingling, tightness in the chest or throat, and drowsiness. They are not for people
who have had a heart attack, a stroke, or angina, or whose blood pressure is not under control.</li>
<li><strong>Gepants</strong> can cause nausea and sleepiness. We know less about long-term use.</li>
<li><strong>Opioids</strong> are best avoided. They can make migraine worse and lead to dependence.</li>
</ul>
<p>If you are pregnant or may become pregnant, ask before you take any of these.</p>
</section>

<h2>Preventing attacks</h2>
<h3>Without medicine</h3>
<p>Regular meals, regular sleep, exercise, and relaxation training help some people. So can cognitive behavioral therapy
and biofeedback. Progress is slow, and side effects are few.</p>
<h3>With medicine</h3>
<p>Prevention is worth talking about if attacks come often or stop you from living your life. Options include propranolol
and topiramate, and newer injections that block a protein called calcitonin gene-related peptide
(<abbr title="calcitonin gene-related peptide">CGRP</abbr>)<sup><a href="#ref-3">3</a></sup>. A good result is often
half as many days with migraine, not none. Give it about two to three months.</p>
<p>Each has a price. Propranolol can cause tiredness and is not for people with asthma. Topiramate can cause tingling, slow
thinking, and weight loss, and it can harm an unborn baby. The injections can cause constipation and sore skin, and they
cost a lot.</p>

<h2>Migraine, aura, and birth control</h2>
<p>Migraine with aura slightly raises the risk of stroke. Birth control with estrogen raises it further. If you have aura,
tell us before you start the pill, the patch, or the ring. There are good methods without estrogen.</p>

<h2>What we don't know yet</h2>
<p>We don't know why some people's migraine comes often and others' rarely, or which prevention will suit whom. Few trials
compare the newer medicines with the older ones. Diets, supplements, and devices are widely sold. For most, the evidence is
thin.</p>

<h2>When to get help</h2>
<div class="care-card care-card--non-urgent">
<h3>Make an appointment if:</h3>
<ul>
<li>you have headaches on four or more days a month</li>
<li>you take pain medicine on more than two days a week</li>
<li>your usual treatment has stopped working</li>
</ul>
</div>
<div class="care-card care-card--urgent">
<h3>Call us the same day if:</h3>
<ul>
<li>an attack lasts longer than three days, or you can't keep fluids down</li>
<li>you are pregnant or have just given birth, and have a new headache</li>
<li>you are over 50, and this kind of headache is new to you</li>
<li>headaches are getting steadily worse over days or weeks</li>
</ul>
</div>
<div class="care-card care-card--emergency">
<h3>Call 911 if a headache:</h3>
<ul>
<li>is sudden and the worst of your life</li>
<li>comes with weakness, a drooping face, trouble speaking, confusion, or a seizure</li>
<li>comes with fever and a stiff neck</li>
<li>follows a blow to the head</li>
</ul>
</div>
"""

ARTICLE: Final = Article(
    slug="living-with-migraine",
    topic="medicines",
    author="editor",
    title="Living with migraine: treating attacks and preventing them",
    summary="What migraine is, how to treat an attack without making headaches worse, when prevention is worth a try, and "
    "the headaches that need help right away.",
    body=BODY,
    references=(
        Reference(
            kind="guideline",
            authors="Headache Classification Committee of the International Headache Society",
            title="The International Classification of Headache Disorders, 3rd edition",
            container="Cephalalgia",
            year="2018",
            volume="38",
            issue="1",
            pages="1-211",
            doi="10.1177/0333102417738202",
        ),
        Reference(
            kind="journal_article",
            authors="Burch R, Rizzoli P, Loder E",
            title="The prevalence and impact of migraine and severe headache in the United States: figures and trends from "
            "government health studies",
            container="Headache",
            year="2018",
            volume="58",
            issue="4",
            pages="496-505",
            doi="10.1111/head.13281",
        ),
        Reference(
            kind="guideline",
            authors="Ailani J, Burch RC, Robbins MS; Board of Directors of the American Headache Society",
            title="The American Headache Society consensus statement: update on integrating new migraine treatments into "
            "clinical practice",
            container="Headache",
            year="2021",
            volume="61",
            issue="7",
            pages="1021-1039",
            doi="10.1111/head.14153",
        ),
    ),
    interests="None.",
    kind="condition",
    audience="Adults who have migraine",
    need="To treat an attack early and know what can prevent the next.",
    main_message="Treat early, but not too often, and ask about prevention.",
    state="draft",
    let_stand=(
        LetStand(
            rule="EVD-01",
            asked="Both sentences are about the same surveys, and their source stands at the end of the second one.",
            by="clinician",
            reason="Reference 2 gives all three figures; the next sentence cites it.",
        ),
    ),
    change_note="First draft. Still to do: costs of the newer medicines, and a section for teens.",
)
