import hashlib
import json
import subprocess
import sys
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from django.core.management import call_command

from articles.domain import publishing, reviewing
from articles.enums import ChangeClass
from articles.seal import digest
from clinic_cms.evidence import pack as packing
from clinic_cms.evidence import reading
from clinic_cms.evidence.building import build, files_of
from clinic_cms.evidence.reading import Broken
from clinic_cms.evidence.verify import verify
from clinic_cms.roles import PUBLISHER
from tests.comment_factories import make_approved
from tests.factories import (
    BODY,
    give_sign_offs,
    make_live,
    make_live_article,
    make_person,
    make_update,
    make_withdrawn,
)

pytestmark = pytest.mark.django_db
ROOT = Path(__file__).resolve().parents[3]


def zipped(files) -> BytesIO:
    """A pack with a manifest that fits whatever the files are."""
    out = BytesIO()
    packing.write(files, out)
    return BytesIO(out.getvalue())


def entries(article) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(build(article))) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def raw(contents) -> BytesIO:
    """A ZIP of these entries exactly, manifest or not."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in contents.items():
            archive.writestr(name, content)
    return BytesIO(out.getvalue())


def wrong(file) -> str:
    with pytest.raises(Broken) as broken:
        verify(file)
    return str(broken.value)


def changed(files, name, change):
    value = json.loads(files[name])
    change(value)
    return {**files, name: packing.canonical(value)}


def test_a_pack_as_it_was_given_out_holds():
    article = make_withdrawn().article

    assert verify(BytesIO(build(article))).summary == (
        "walking-and-mood: everything holds (files: 19, revisions that were live: 1, sign-offs: 2, transitions: 5)"
    )


def test_one_byte_changed_in_any_file_is_found_and_the_file_is_named():
    contents = entries(make_approved(article=make_live_article()).article)
    assert len(contents) == 19

    for name, content in contents.items():
        for place in (0, len(content) // 2, len(content) - 1):
            flipped = content[:place] + bytes([content[place] ^ 1]) + content[place + 1 :]
            told = wrong(raw({**contents, name: flipped}))
            if name != "MANIFEST.json":
                assert told == f"{name}: its digest is not the one in the manifest"


def test_every_byte_of_the_manifest_counts():
    contents = entries(make_live_article())
    manifest = contents["MANIFEST.json"]

    for place in range(0, len(manifest), 7):
        flipped = manifest[:place] + bytes([manifest[place] ^ 1]) + manifest[place + 1 :]
        wrong(raw({**contents, "MANIFEST.json": flipped}))


def test_a_file_that_is_missing_or_added_is_named():
    contents = entries(make_live_article())

    without = {name: content for name, content in contents.items() if name != "comments.json"}

    assert wrong(raw(without)) == "comments.json: it is missing"
    assert wrong(raw({**contents, "more.html": b"x"})) == "more.html: the manifest does not know it"


def test_forged_words_under_a_new_manifest_do_not_fit_their_seal():
    files = changed(
        files_of(make_live_article()),
        "article.json",
        lambda article: article["revisions"][0]["words"].update(body="<p>Take 50 mg.</p>"),
    )

    assert wrong(zipped(files)) == "article.json: revision 1: its words are not the ones that were sealed"


def test_a_forged_reference_does_not_fit_the_seal():
    files = changed(
        files_of(make_live_article()),
        "article.json",
        lambda article: article["revisions"][0]["references"][0].update(year="1999"),
    )

    assert wrong(zipped(files)) == "article.json: revision 1: its words are not the ones that were sealed"


def test_forged_words_under_a_new_seal_do_not_fit_their_sign_offs():
    def forge(article):
        revision = article["revisions"][0]
        revision["words"]["body"] = "<p>Take 50 mg.</p>"
        revision["seal"] = digest(revision["words"], revision["references"])

    files = changed(files_of(make_live_article()), "article.json", forge)

    assert wrong(zipped(files)) == "reviews.json: revision 1: editorial sign-offs of these words are missing"


def test_words_that_were_live_cannot_be_left_out():
    files = changed(
        files_of(make_live_article()), "article.json", lambda article: article["revisions"][0].update(words=None)
    )

    assert wrong(zipped(files)) == "article.json: revision 1: its words are not what its dates ask for"


def test_a_sign_off_that_was_taken_out_is_missed():
    files = changed(files_of(make_live_article()), "reviews.json", lambda reviews: reviews[0]["sign_offs"].pop())

    assert wrong(zipped(files)) == "reviews.json: revision 1: clinical sign-offs of these words are missing"


def test_a_sign_off_given_after_the_words_went_live_does_not_count():
    files = changed(
        files_of(make_live_article()),
        "reviews.json",
        lambda reviews: reviews[0]["sign_offs"][1].update(at="2100-01-01T00:00:00+00:00"),
    )

    assert wrong(zipped(files)) == "reviews.json: revision 1: clinical sign-offs of these words are missing"


def carried_over():
    """An article whose newer words kept the clinical sign-off of the older ones."""
    live = make_live(body=BODY.replace("short walk", "shrot walk", 1))
    draft = make_update(live, body=BODY)
    revision = reviewing.submit(
        draft, by=draft.saved_by, seen=draft.state_token, whole_article=False, change_class=ChangeClass.TYPO
    )
    revision = give_sign_offs(revision)
    return publishing.publish(revision, by=make_person(PUBLISHER), seen=revision.state_token).article


def test_a_sign_off_that_was_carried_over_holds():
    files = files_of(carried_over())

    assert len(verify(zipped(files)).article["revisions"]) == 2
    assert files["revisions/0002.html"].decode().count("Carried over from the words before") == 1


@pytest.mark.parametrize(
    ("source", "why"),
    [
        (lambda first: 10**9, "a sign-off was carried over from nowhere"),
        (lambda first: first["sign_offs"][0]["id"], "a sign-off was carried over from somebody else"),
    ],
)
def test_a_sign_off_that_was_carried_over_from_elsewhere_is_told(source, why):
    def forge(reviews):
        carried = next(each for each in reviews[1]["sign_offs"] if each["carried_from_id"])
        carried["carried_from_id"] = source(reviews[0])

    files = changed(files_of(carried_over()), "reviews.json", forge)

    assert wrong(zipped(files)) == f"reviews.json: revision 2: {why}"


@pytest.mark.parametrize(
    ("change", "where", "why"),
    [
        (lambda steps: steps[1].update(by_name="Somebody Else"), 1, "it was changed"),
        (lambda steps: steps[1].update(at="2020-01-01T00:00:00+00:00"), 1, "it was changed"),
        (lambda steps: steps.pop(1), 2, "it does not follow the one before it"),
        (lambda steps: steps.insert(0, steps.pop(1)), 1, "it does not follow the one before it"),
    ],
)
def test_a_chain_that_was_bent_is_named_at_its_first_broken_step(change, where, why):
    files = files_of(make_withdrawn().article)
    step = json.loads(files["transitions.json"])[where]["id"]

    assert wrong(zipped(changed(files, "transitions.json", change))) == (f"transitions.json: transition {step}: {why}")


def test_steps_taken_off_the_end_are_missed():
    files = changed(files_of(make_withdrawn().article), "transitions.json", lambda steps: steps.pop())

    assert wrong(zipped(files)) == "article.json: revision 1: no transition led to where it stands"


@pytest.mark.parametrize("content", [b"[]", b"{}", b"null", b'{"revisions": [7]}', b'{"revisions": {"a": 1}}'])
def test_records_of_another_form_are_told(content):
    files = {**files_of(make_live_article()), "article.json": content}

    assert wrong(zipped(files)) == "the records: they are not in the form of an evidence pack"


@pytest.mark.parametrize("content", [b"", b"{", b"\xff", b"[" * 100_000, b"1" * 10_000])
def test_records_that_are_no_json_are_told(content):
    files = {**files_of(make_live_article()), "article.json": content}

    assert wrong(zipped(files)) == "article.json: it is not JSON"


@pytest.mark.parametrize("content", [b"", b"not a zip", b"PK\x03\x04", b"PK\x05\x06" + b"\0" * 18 + b"x"])
def test_what_is_no_zip_is_told(content):
    assert wrong(BytesIO(content)) in (
        "the file: it is not a ZIP that can be read",
        "MANIFEST.json: it is not the manifest of an evidence pack",
    )


def test_a_damaged_entry_is_named():
    content = bytearray(build(make_live_article()))
    with zipfile.ZipFile(BytesIO(content)) as archive:
        entry = archive.getinfo("article.json")
    content[entry.header_offset + 60] ^= 0xFF

    assert wrong(BytesIO(content)) in ("article.json: it is damaged", "the file: it is not a ZIP that can be read")


def test_a_zip_bomb_is_refused_before_it_is_unpacked(monkeypatch):
    monkeypatch.setattr(reading, "MOST_BYTES", 1_000_000)

    assert wrong(raw({"article.json": b"0" * 2_000_000})) == "the file: it would be too large when unpacked"


def test_a_zip_of_very_many_files_is_refused(monkeypatch):
    monkeypatch.setattr(reading, "MOST_FILES", 10)

    assert wrong(raw({f"{number}.txt": b"" for number in range(11)})) == "the file: it would be too large when unpacked"


@pytest.mark.parametrize("name", ["../evil", "/etc/passwd", "a/../../b", "C:\\evil", "a//b", "x\ny", ".hidden"])
def test_a_name_that_leads_elsewhere_is_refused(name):
    assert wrong(raw({name: b"x"})) == f"{name!a}: no pack has a file of that name"


def test_a_file_that_is_there_twice_is_refused():
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("article.json", b"1")
        with pytest.warns(UserWarning, match="Duplicate name"):
            archive.writestr("article.json", b"2")

    assert wrong(BytesIO(out.getvalue())) == "article.json: it is there twice"


@pytest.fixture
def kept(tmp_path):
    """A pack on disk, with the article it is of."""
    article = make_live().article
    file = tmp_path / "pack.zip"
    file.write_bytes(build(article))
    return file, article


def test_the_command_says_that_everything_holds(kept, capsys):
    call_command("verify_evidence", str(kept[0]), "--here")

    assert capsys.readouterr().out == (
        "walking-and-mood: everything holds (files: 19, revisions that were live: 1, sign-offs: 2, transitions: 4)\n"
        f"SHA-256 of the pack: {hashlib.sha256(kept[0].read_bytes()).hexdigest()}\n"
        "and it is what is on record here\n"
    )


def test_the_command_names_the_first_thing_that_is_wrong_and_fails(kept, capsys):
    kept[0].write_bytes(b"not a zip")

    with pytest.raises(SystemExit) as stopped:
        call_command("verify_evidence", str(kept[0]))

    assert stopped.value.code == 1
    assert capsys.readouterr().err == "the file: it is not a ZIP that can be read\n"


def test_the_command_is_polite_about_a_file_that_is_not_there(tmp_path, capsys):
    with pytest.raises(SystemExit):
        call_command("verify_evidence", str(tmp_path / "none.zip"))

    assert capsys.readouterr().err.count("No such file or directory") == 1


def test_a_pack_that_is_whole_but_not_from_here_is_told(kept, capsys):
    file, article = kept
    forged = changed(
        files_of(article), "reviews.json", lambda reviews: reviews[0]["sign_offs"][1].update(signer_name="Dr Nobody")
    )
    file.write_bytes(zipped(forged).read())
    call_command("verify_evidence", str(file))
    capsys.readouterr()

    with pytest.raises(SystemExit):
        call_command("verify_evidence", str(file), "--here")

    assert capsys.readouterr().err.endswith(": it is not on record here\n")


def test_a_pack_can_be_verified_without_django(kept):
    code = (
        "import sys; from clinic_cms.evidence.verify import main; "
        f"code = main({str(kept[0])!r}); assert 'django' not in sys.modules; sys.exit(code)"
    )

    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.count(": everything holds (") == 1
