"""Low back pain: waiting for its second sign-off."""

from typing import Final

from clinic_cms.demonstration.kinds import Article, Picture, Reference, Thread

BODY: Final = """
<div class="key-points">
<h2>Key points</h2>
<ul>
<li>Most new back pain eases within a few weeks, whatever you do.</li>
<li>Keep moving, gently. Bed rest makes recovery slower.</li>
<li>Heat, walking, and simple pain relief help many people. Opioids are rarely the answer.</li>
<li>A scan seldom shows the cause, and it can worry you for no reason.</li>
<li>Numbness between the legs, or trouble controlling your bladder or bowels, is an emergency.</li>
</ul>
</div>

<h2>Why backs hurt</h2>
<p>Low back pain is the leading cause of disability in the world<sup><a href="#ref-1">1</a></sup>. For almost everyone who
has it, doctors can't name one exact part that hurts. We call this non-specific back pain. That does not mean that it is in
your head. It means that the muscles, joints, and nerves are sore and on alert, and that nothing dangerous is going on.</p>
<p>Your back is strong. Pain is not a good measure of damage. Poor sleep, stress, low mood, and fear of moving can all turn
the volume up.</p>

<h2>Why we don't rush to scan</h2>
<p>Scans of people <em>without</em> pain often look worn. In a review of 33 studies with 3,110 people who had no back pain,
37 in 100 of the 20-year-olds and 96 in 100 of the 80-year-olds had worn disks<sup><a href="#ref-2">2</a></sup>. These
changes are a bit like gray hair. We suggest a scan when there are warning signs, or when it would change what we do.</p>

<h2>What helps in the first weeks</h2>
<ul>
<li><strong>Stay active.</strong> Do a little less than usual, then a little more each day. Change position often.</li>
<li><strong>Warmth.</strong> A heating pad or a warm bath eases pain for some hours.</li>
<li><strong>Massage, acupuncture, or spinal manipulation.</strong> The American College of Physicians lists these with heat
as things to try before medicine<sup><a href="#ref-3">3</a></sup>. The benefit is usually small.</li>
<li><strong>Work.</strong> Going back before the pain is quite gone is safe for most people. Ask for lighter tasks for a
while.</li>
</ul>

<h2>Pain relief</h2>
<p>If you want a medicine, an anti-inflammatory such as ibuprofen or naproxen may help for a few days. Acetaminophen did no
better than a dummy pill in good studies<sup><a href="#ref-3">3</a></sup>. In a trial with 347 people, an opioid did not
ease new back or neck pain any more than a dummy pill after six weeks<sup><a href="#ref-4">4</a></sup>.</p>
<section class="risks">
<h3>Risks and side effects</h3>
<ul>
<li><strong>Anti-inflammatories</strong> can cause stomach bleeding, kidney problems, and raised blood pressure. Ask us
first if you are over 65, are pregnant, take a blood thinner, or have had an ulcer, heart disease, or kidney disease.</li>
<li><strong>Muscle relaxers</strong> can make you drowsy and dizzy. Don't drive.</li>
<li><strong>Opioids</strong> can cause constipation, sleepiness, slow breathing, and dependence.</li>
<li><strong>Spinal manipulation</strong> can make you sore for a day or two. Serious harm is rare.</li>
</ul>
</section>

<h2>If it lasts longer than three months</h2>
<p>Long-lasting back pain needs a plan for the whole person. The World Health Organization suggests exercise, education,
psychological help, and some hands-on treatments, and advises against opioids and back belts as routine
care<sup><a href="#ref-5">5</a></sup>. No one kind of exercise is clearly ahead. The best one is the one you will still be
doing in spring: swimming, yoga, strength work, or dancing in the kitchen.</p>
<p>Surgery helps a few people, for example when a disk presses on a nerve and leg pain or weakness does not improve. For
back pain alone, it is seldom the best choice.</p>

<h2>Keeping it from coming back</h2>
<p>Back pain often returns. In a trial with 701 adults who had just recovered, half of those in a walking program went 208
days or more before the next bad episode, compared with 112 days without it<sup><a href="#ref-6">6</a></sup>.
They built up slowly to about 30 minutes, five days a week, with help from a physical therapist.</p>

<h2>What we don't know yet</h2>
<p>We can't say ahead of time who will recover quickly. Many studies are small, and the benefits of single treatments are
modest. Doing nothing special is a fair choice for new pain, if you keep moving and know the warning signs.</p>

<h2>When to get help</h2>
<div class="care-card care-card--non-urgent">
<h3>Make an appointment if:</h3>
<ul>
<li>pain has not begun to ease after three or four weeks</li>
<li>it keeps you from work or sleep, or pulls your mood down</li>
<li>pain runs down your leg below the knee</li>
</ul>
</div>
<div class="care-card care-card--urgent">
<h3>Call us the same day if:</h3>
<ul>
<li>you have back pain and a fever, or feel very unwell</li>
<li>you have had cancer, use injected drugs, or have lost weight without trying</li>
<li>the pain began after a fall or a crash, or you have weak bones</li>
<li>a leg is getting weaker</li>
</ul>
</div>
<div class="care-card care-card--emergency">
<h3>Call 911 or go to the emergency room if you have:</h3>
<ul>
<li>numbness around your genitals or bottom</li>
<li>new trouble passing urine, or you can't hold urine or stool</li>
<li>weakness in both legs</li>
<li>sudden, tearing pain in the back or belly with faintness</li>
</ul>
</div>
"""

ARTICLE: Final = Article(
    slug="low-back-pain",
    topic="everyday-health",
    author="editor",
    title="Low back pain: keep moving, and know the warning signs",
    summary="Most back pain eases within weeks. What helps, what seldom does, why a scan is not always wise, and the few "
    "signs that mean you need help today.",
    body=BODY,
    references=(
        Reference(
            kind="journal_article",
            authors="Hartvigsen J, Hancock MJ, Kongsted A, et al.",
            title="What low back pain is and why we need to pay attention",
            container="Lancet",
            year="2018",
            volume="391",
            issue="10137",
            pages="2356-2367",
            doi="10.1016/S0140-6736(18)30480-X",
        ),
        Reference(
            kind="journal_article",
            authors="Brinjikji W, Luetmer PH, Comstock B, et al.",
            title="Systematic literature review of imaging features of spinal degeneration in asymptomatic populations",
            container="AJNR American Journal of Neuroradiology",
            year="2015",
            volume="36",
            issue="4",
            pages="811-816",
            doi="10.3174/ajnr.A4173",
        ),
        Reference(
            kind="guideline",
            authors="Qaseem A, Wilt TJ, McLean RM, Forciea MA",
            title="Noninvasive treatments for acute, subacute, and chronic low back pain: a clinical practice guideline from "
            "the American College of Physicians",
            container="Annals of Internal Medicine",
            year="2017",
            volume="166",
            issue="7",
            pages="514-530",
            doi="10.7326/M16-2367",
        ),
        Reference(
            kind="journal_article",
            authors="Jones CMP, Day RO, Koes BW, et al.",
            title="Opioid analgesia for acute low back pain and neck pain (the OPAL trial): a randomised placebo-controlled "
            "trial",
            container="Lancet",
            year="2023",
            volume="402",
            issue="10398",
            pages="304-312",
            doi="10.1016/S0140-6736(23)00404-X",
        ),
        Reference(
            kind="guideline",
            authors="World Health Organization",
            title="WHO guideline for non-surgical management of chronic primary low back pain in adults in primary and "
            "community care settings",
            container="World Health Organization",
            year="2023",
            url="https://www.who.int/publications/i/item/9789240081789",
        ),
        Reference(
            kind="journal_article",
            authors="Pocovi NC, Lin CC, French SD, et al.",
            title="Effectiveness and cost-effectiveness of an individualised, progressive walking and education "
            "intervention for the prevention of low back pain recurrence in Australia (WalkBack): a randomised controlled "
            "trial",
            container="Lancet",
            year="2024",
            volume="404",
            issue="10448",
            pages="134-144",
            doi="10.1016/S0140-6736(24)00755-4",
        ),
    ),
    interests="Alder Street Clinic offers physical therapy. The author has no other interests to declare.",
    kind="condition",
    audience="Adults whose back has begun to hurt",
    need="To know what helps in the first weeks, and which signs are urgent.",
    main_message="Most backs get better by themselves: keep moving.",
    state="in_review",
    lead=Picture("path", "A path through green hills in the morning sun", "Drawing: Alder Street Clinic"),
    days_ago=12,
    change_note="New article. It takes the place of three old handouts.",
    signed_off_by=("editor2",),
    threads=(
        Thread(
            opened_by="clinician2",
            quote="They built up slowly to about 30 minutes, five days a week",
            text="Was that with a physical therapist from the start? Readers may try it alone.",
            replies=(("editor", "Yes, six sessions over six months. The sentence goes on to say so."),),
            resolved_by="clinician2",
        ),
        Thread(
            opened_by="clinician",
            quote="Ask us first if you are over 65",
            text="I would name kidney disease before age here, because it matters more. Can we turn the list around?",
            replies=(("editor", "Gladly. Shall I keep ulcers second?"),),
        ),
    ),
)
