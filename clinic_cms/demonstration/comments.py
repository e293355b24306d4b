"""What readers wrote under the published articles, oldest first, and what became of it. All of it is made up."""

from typing import Final

from clinic_cms.demonstration.kinds import Comment

FEVER: Final = "fever-in-children"
ANTIBIOTICS: Final = "antibiotics-when-they-help"
PANIC: Final = "panic-attacks"
PRESSURE: Final = "checking-your-blood-pressure-at-home"
SLEEP: Final = "trouble-sleeping-and-cbt-i"
KETAMINE: Final = "ketamine-for-ptsd-what-we-know"

_APPROVED: Final[tuple[Comment, ...]] = (
    Comment(
        article=FEVER,
        name="Danielle",
        body="Reading this at 3 a.m. with a hot toddler asleep on my chest. “A child who is hot but playing is doing "
        "well” just let me put the thermometer down. Thank you, whoever wrote that.",
    ),
    Comment(
        article=FEVER,
        name="Marisol G.",
        body="Gracias por explicar cuándo hay que llamar. Mi suegra siempre quiere bañar al niño con agua fría y "
        "ahora tengo algo que enseñarle. ¿Van a publicar esta página en español? A muchas familias de la escuela les "
        "serviría.",
    ),
    Comment(
        article=FEVER,
        name="Grandpa Lou",
        body="When I was a boy they gave us aspirin for everything. I had no idea about Reye syndrome. I have taken "
        "the baby aspirin out of the cabinet where the grandkids stay.",
    ),
    Comment(
        article=FEVER,
        name="night shift dad",
        body="Could you put the temperatures in a table somebody can print? I'd stick it on the fridge next to the "
        "dose log. Also the log idea is great, we DID once both give it.",
    ),
    Comment(
        article=ANTIBIOTICS,
        name="Teresa W",
        body="I was one of those people who got cross when I left without a prescription. The table helped me see "
        "why. My cough did take the full three weeks, by the way. Almost to the day!",
    ),
    Comment(
        article=ANTIBIOTICS,
        name="A skeptical reader",
        body="You write that doctors share the blame, and then spend the rest of the page telling patients what to "
        "do. I would have liked to read what your clinic itself is doing. Do you count how many of your "
        "prescriptions weren't needed? Would you publish the number?",
    ),
    Comment(
        article=ANTIBIOTICS,
        name="Bea",
        body="Good article. One thing I missed: probiotics. My pharmacist says yes, my sister the nurse says there's "
        "no point. Does anybody know of a decent study?",
    ),
    Comment(
        article=PANIC,
        name="J.",
        body="I pulled over on the interstate last spring, sure I was dying. The crew who came were so kind. Nobody "
        "rolled their eyes. I wish I'd known then that it has a name and that it ends. If you are reading this in a "
        "parking lot: it ends.",
    ),
    Comment(
        article=PANIC,
        name="Ofelia",
        body="A mí me ayudó mucho lo de respirar hacia afuera más despacio. Y contar cosas que veo. Parece una "
        "tontería y no lo es. Ánimo a todos.",
    ),
    Comment(
        article=PANIC,
        name="partner of someone",
        body="Thank you for the part about not saying “just relax.” I have said it. I will stop saying it. Sitting "
        "next to her and being quiet turns out to be what she wanted all along.",
    ),
    Comment(
        article=PANIC,
        name="Keith",
        body="Honestly the waiting list is the problem, not the information. Your page says therapy comes first and "
        "your desk told me eleven weeks. Please be straight about that on the page.",
    ),
    Comment(
        article=PRESSURE,
        name="Walt",
        body="Did not know that talking changes the reading!! I've been chatting with my wife the whole time. Six "
        "points lower when I shut up. She says she could have told me that.",
    ),
    Comment(
        article=PRESSURE,
        name="Rosalind P.",
        body="I teach an evening class for people who don't read English easily, and we used this page last week. "
        "Short sentences, a table, and nothing to be afraid of. The only word that stopped us was “validated.” We "
        "settled on “tested and found to be right.”",
    ),
    Comment(
        article=PRESSURE,
        name="anxious in Apt 4",
        body="The line about putting the monitor in a drawer made me laugh out loud, because mine is on the kitchen "
        "table and I walk past it forty times a day. It's in the drawer now. Twice a week, as we agreed.",
    ),
    Comment(
        article=SLEEP,
        name="Henry",
        body="Week five of the CBT-I group here. Nobody should believe it is easy: weeks one and two were brutal and "
        "I was a bear at work. I fought the early bedtime rule, lost, and then on a Thursday slept six hours in one "
        "piece for the first time since my knee surgery. I still have bad nights. The difference is that I don't lie "
        "there at two in the morning doing arithmetic about how little is left. I get up, fold towels, and go back. "
        "My wife reports that the linen closet has never looked better. If you start, tell the people you live with, "
        "put the car keys away on the worst days, and give it the whole six weeks before you judge it.",
    ),
    Comment(
        article=SLEEP,
        name="night nurse",
        body="“If your life leaves no room for sleep, the problem is the schedule, not you.” I read that line twice. "
        "Would love an article for shift workers. None of the usual advice fits when your morning is 7 p.m.",
    ),
    Comment(
        article=KETAMINE,
        name="Army wife",
        body="First page about this I've read that isn't trying to sell me something, and it comes from a place that "
        "sells it. We decided on therapy first. May still ask about the other later. Thank you for showing us the "
        "study that didn't work.",
    ),
    Comment(
        article=KETAMINE,
        name="R. Delacroix",
        body="I think you are too hard on it. People don't come to infusions first, they come after everything else "
        "failed. The big study was in veterans who had already not gotten better on medicines. That is not the same "
        "as everybody.",
    ),
)

_PENDING: Final[tuple[Comment, ...]] = (
    Comment(
        article=KETAMINE,
        name="no name please",
        body="I've read this whole page twice. I don't think I can do another year like this one. I haven't told "
        "anybody but I keep thinking everyone would be better off if I wasn't here anymore. I don't know why I'm "
        "writing it in a comment box.",
        state="pending",
    ),
    Comment(
        article=KETAMINE,
        name="Curtis M",
        body="Had three of these at another place last year. Second time my blood pressure shot up and I felt like I "
        "was watching myself from the ceiling for an hour. Ever since then I need the bathroom all the time and it "
        "burns. Nobody warned me about that. Is it from the ketamine?",
        state="pending",
    ),
    Comment(
        article=PRESSURE,
        name="Gloria Benning",
        body="My monitor says 150 over 95 most mornings and I'd like someone to call me back about it. I'm home after "
        "four. 555-0142. Leave a message if I don't pick up, I'm slow on the stairs.",
        state="pending",
    ),
    Comment(
        article=FEVER,
        name="first time mom",
        body="She's ten weeks old and it says 100.6 under her arm but she's nursing fine?? Should I wait until the "
        "office opens or is that the number where you go",
        state="pending",
    ),
    Comment(
        article=ANTIBIOTICS,
        name="Rubén",
        body="Llevo cuatro días con tos y mi vecina me ofreció la amoxicilina que le sobró a su hijo. Por lo que leo "
        "aquí mejor no, ¿verdad? Se lo digo con cariño y que la lleve a la farmacia.",
        state="pending",
    ),
    Comment(
        article=SLEEP,
        name="Priscilla",
        body="Is the online program you mention the one with the cartoon sheep, and does anybody know whether "
        "insurance pays for it?",
        state="pending",
    ),
    Comment(
        article=PANIC,
        name="Tom A.",
        body="This article is fine as far as it goes but my experience at your clinic was not. I waited fifty minutes "
        "in the middle of an attack and was handed a form on a clipboard. You can reject this if you want.",
        state="pending",
    ),
)

_REJECTED: Final[tuple[Comment, ...]] = (
    Comment(
        article=SLEEP,
        name="DeepRestNow",
        body="SLEEP LIKE A BABY TONIGHT!!! Our all natural drops WORK GUARANTEED or money back, 40% off this week "
        "only, visit deeprestnow dot example and use code CLINIC40",
        state="rejected",
        reason="spam",
    ),
    Comment(
        article=PRESSURE,
        name="Best Deals",
        body="Nice post admin very useful informations. Check my profile for cheap replica watches that measure "
        "pressure.",
        state="rejected",
        reason="spam",
    ),
    Comment(
        article=ANTIBIOTICS,
        name="been there",
        body="To the lady with the cough: just take double the dose of whatever you have left from last time, that's "
        "what I do, and it knocks it right out. You don't need to see anyone.",
        state="rejected",
        reason="unsafe",
    ),
    Comment(
        article=FEVER,
        name="worried aunt",
        body="My nephew Caleb who is at the Larkspur preschool had a seizure on Monday and his mother, my sister Jen, "
        "won't take him in. They live on the corner by the blue church. Somebody should talk to her.",
        state="rejected",
        reason="personal_data",
    ),
    Comment(
        article=PANIC,
        name="toughen up",
        body="Everybody on here is a crybaby. J. should be ashamed of wasting an ambulance. In my day we went to work.",
        state="rejected",
        reason="abuse",
    ),
    Comment(
        article=KETAMINE,
        name="Happy patient",
        body="Everyone should skip this place and go to Summit Ridge Infusions instead. Changed my life, best staff "
        "in town, they have a special on for new people. I have been on the team there for three years so I know.",
        state="rejected",
        reason="undisclosed_affiliation",
    ),
    Comment(
        article=SLEEP,
        name="Vern",
        body="When is somebody going to fix the parking lot on Alder? Third time this month I had to circle the block.",
        state="rejected",
        reason="off_topic",
    ),
    Comment(
        article=PRESSURE,
        name="Dorothy",
        body="I take lisinopril 20 and a water pill and I was 98 over 60 this morning and dizzy. Can one of the "
        "doctors tell me here whether to leave out tonight's pill?",
        state="rejected",
        reason="medical_advice",
    ),
)

COMMENTS: Final[tuple[Comment, ...]] = (*_APPROVED, *_REJECTED, *_PENDING)
