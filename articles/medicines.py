"""Tells the names of medicines from other words. Pure; errs on the side of a medicine.

Two sources, kept by hand: the stems that the World Health Organization gives to international non-proprietary names
("The use of stems in the selection of INN", 2018, and its addenda), and the names most seen in outpatient care: those
of the WHO Model List of Essential Medicines (23rd list, 2023) and common brands in the United States and Europe. A name
that is missing makes a change lighter than it is: add it when you meet it.
"""

import re
from functools import cache
from typing import Final
from unicodedata import combining, normalize

_ENDINGS: Final = """
    abine afil amivir anserin antel apine arol asone azepam azepate azolam azoline azosin barb barbital
    bendazole buvir caine capavir castat ciclib cillin citabine clidine codone conazole coxib curium cycline
    dipine dralazine dronate dronic ectin entan faxine fenac fentanil fentanyl fibrate flapogene floxacin
    formin fungin gatran gepant gliflozin gliptin glitazar glitazone glutide grel ilide imibe iramine isolone
    lukast mab melteon micin morphone mustine mycin nidazole olol olone onide orexant orphan orphanol oxacin
    oxetine oxicam parin penem peridol peridone perone pezil phylline pidem piprazole plase platin poetin
    pramine prazole pressin previr pril prilat profen prost racetam relin relix ridone rubicin sartan semide
    setron solone statin stigmine stim tacept tadine taxel tecan tegravir terol thiazide thiouracil tiapine
    tidine tinib trexate triptan triptyline trexone tropium vaptan vastatin verine vir vudine xaban zepine
    zodone zolid zomib
""".split()  # noqa: SIM905  a list of words reads best as words
_BEGINNINGS: Final = (
    "cef",
    "ceph",
    "gabapent",
    "pregab",
    "ket(?!tle|chup|ch)",
    "esket",
    "insulin",
    "interferon",
    "immunoglob",
)
_STEMS: Final = re.compile(rf"(?:[a-z]{{2,}}(?:{'|'.join(_ENDINGS)})e?s?|(?:{'|'.join(_BEGINNINGS)})[a-z]*)")
_NO_MEDICINE: Final = frozenset(
    {"april", "kets", "orphan", "stim", "elvir", "patrol", "parol", "carol", "enrol", "alone", "abalone", "cologne"}
    # Spanish verbs
    | {
        "vivir",
        "servir",
        "hervir",
        "cuentan",
        "orientan",
        "presentan",
        "representan",
        "aumentan",
        "intentan",
        "sientan",
    }
    | {"alimentan", "comentan", "experimentan", "enfrentan", "lamentan", "ausentan", "tentan", "inventan", "asientan"}
)
_NAMES: Final = frozenset(
    """
    abilify acamprosate acetaminophen acetylsalicylic aciclovir acyclovir adalimumab adderall adrenaline
    advair advil albuterol alendronate aleve allopurinol alprazolam ambien amiodarone amitriptyline amlodipine
    amoxicillin amphetamine amphetamines anastrozole antabuse apixaban aripiprazole armodafinil aspirin atarax
    atenolol ativan atomoxetine atorvastatin atropine augmentin azathioprine azithromycin baclofen barbiturate
    benadryl benzodiazepine benzodiazepines benztropine bisoprolol botox budesonide buprenorphine bupropion
    buspar buspirone caffeine calcitriol calcium candesartan cannabidiol captopril carbamazepine carbidopa
    carbimazole carvedilol celebrex celecoxib celexa cetirizine champix chantix chlordiazepoxide
    chlorphenamine chlorpromazine cialis ciprofloxacin citalopram clarithromycin claritin clindamycin clobazam
    clomipramine clonazepam clonidine clopidogrel clotrimazole clozapine clozaril codeine colchicine concerta
    cortisone coumadin cyclobenzaprine cymbalta dabigatran depakote dexamethasone dexamfetamine
    dextroamphetamine dextromethorphan diazepam diclofenac digoxin diltiazem diphenhydramine disulfiram
    divalproex domperidone donepezil doxepin doxycycline doxylamine duloxetine dupixent edoxaban effexor
    eliquis empagliflozin enalapril enoxaparin epinephrine epipen erythromycin escitalopram eskalith
    esketamine esomeprazole estradiol eszopiclone ethinylestradiol etoricoxib ezetimibe famotidine fentanyl
    ferrous finasteride flagyl fluconazole flumazenil fluoxetine fluvoxamine folate furosemide gabapentin
    gaviscon ginkgo glibenclamide gliclazide glimepiride glipizide glucagon glyburide guanfacine haldol
    haloperidol heparin heroin humalog humira hydrochlorothiazide hydrocodone hydrocortisone hydromorphone
    hydroxychloroquine hydroxyzine hyoscine ibuprofen imipramine imodium insulin ipratropium iron isotretinoin
    ivermectin kava ketamine ketoprofen ketorolac klonopin labetalol lamictal lamotrigine lansoprazole lantus
    lasix latanoprost letrozole levetiracetam levodopa levonorgestrel levothyroxine lexapro lipitor
    liraglutide lisdexamfetamine lisinopril lithium loperamide loratadine lorazepam losartan lovastatin
    lunesta lurasidone lyrica lysergide magnesium mdma meclizine melatonin meloxicam memantine metformin
    methadone methimazole methotrexate methylfolate methylphenidate methylprednisolone metoclopramide
    metoprolol metronidazole midazolam mifepristone minoxidil mirtazapine misoprostol modafinil mometasone
    montelukast morphine motrin mounjaro nadolol naloxone naltrexone naproxen narcan nardil nebivolol
    neurontin nicotine nifedipine nitrofurantoin nitroglycerin nitroglycerine norethisterone nortriptyline
    nurofen nystatin olanzapine omeprazole ondansetron opioid opioids orlistat oseltamivir oxazepam
    oxcarbazepine oxybutynin oxycodone oxycontin ozempic panadol pantoprazole paracetamol paroxetine paxil
    penicillin percocet pethidine phenelzine phenobarbital phenytoin pioglitazone plaquenil plavix potassium
    pramipexole pravastatin prazosin prednisolone prednisone pregabalin prilosec pristiq probiotic
    prochlorperazine promethazine propofol propranolol propylthiouracil prozac pseudoephedrine psilocybin
    quetiapine quinine ramipril ranitidine remeron retinol risperdal risperidone ritalin rituximab rivaroxaban
    rizatriptan ropinirole rosuvastatin salbutamol salmeterol semaglutide senna seroquel sertraline sildenafil
    simvastatin singulair sitagliptin sodium spironolactone spravato statin statins steroid steroids stimulant
    stimulants strattera suboxone subutex sulfasalazine sumatriptan symbicort synthroid tadalafil tamiflu
    tamoxifen tamsulosin tegretol temazepam terbinafine testosterone theophylline thiamine ticagrelor
    tirzepatide tizanidine topamax topiramate tradjenta tramadol tranexamic tranylcypromine trazodone
    triamcinolone trileptal trimethoprim trulicity tryptophan turmeric tylenol valacyclovir valerian valium
    valproate valproic valsartan vancomycin vareniciline varenicline venlafaxine ventolin verapamil viagra
    vicodin victoza viibryd vilazodone voltaren vortioxetine vyvanse warfarin wegovy wellbutrin wort xanax
    xarelto yasmin zaleplon zantac zepbound zestril zinc ziprasidone zithromax zocor zofran zoloft zolpidem
    zonisamide zopiclone zyprexa zyrtec
    """.split()  # noqa: SIM905
)


# Names that Spanish does not make of the English ones.
_SPANISH_NAMES: Final = frozenset(
    """
    litio hierro sodio potasio magnesio calcio estatina estatinas esteroide esteroides estimulante estimulantes
    antidepresivo antidepresivos antipsicótico antipsicóticos opiáceo opiáceos opioide anfetamina anfetaminas
    hidroclorotiazida adrenalina epinefrina salbutamol melatonina
    """.split()  # noqa: SIM905
)
_ENDS_IN_SPANISH: Final = re.compile(r"[a-zñ]{3,}(?:[ao]s?|ol|[oa]n)")
_LETTERS: Final = (("ph", "f"), ("th", "t"), ("y", "i"), ("z", "c"))


def is_medicine(word: str) -> bool:
    """Whether a word names a medicine, or looks as if it did; in English or Spanish."""
    lower = word.lower()
    if lower in _NAMES or (lower not in _NO_MEDICINE and _STEMS.fullmatch(lower)):
        return True
    bare = "".join(char for char in normalize("NFD", lower) if not combining(char))
    return lower in _SPANISH_NAMES or (bool(_ENDS_IN_SPANISH.fullmatch(bare)) and _root(bare) in _roots())


def _root(word: str) -> str:
    """What the English and the Spanish name of a medicine have in common: "amitriptilin" of both."""
    for english, spanish in _LETTERS:
        word = word.replace(english, spanish)
    return re.sub(r"(.)\1", r"\1", re.sub(r"[aeo]?s?\Z", "", word))


@cache
def _roots() -> frozenset[str]:
    return frozenset(_root(name) for name in _NAMES if len(name) > 5)
