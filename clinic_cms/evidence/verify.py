"""Proves a pack by itself: every digest, every seal, every sign-off, the whole chain. Pure: runs without Django, as
`python -m clinic_cms.evidence.verify PACK.zip`.
"""

import hashlib
import sys
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import IO, Any, Final

from articles.chain import FIRST, link, microseconds
from articles.seal import digest
from clinic_cms.evidence.reading import Broken, read, record

CHAINED: Final = (
    "article_id", "revision_id", "seal", "action", "from_status", "to_status", "by_id", "by_name", "at",
    "note", "notice",
)  # fmt: skip
NEEDED: Final = {"editorial": "editorial_needed", "clinical": "clinical_needed"}


@dataclass(frozen=True, slots=True)
class Pack:
    """The records of a pack that has been proved."""

    article: dict[str, Any]
    reviews: list[dict[str, Any]]
    transitions: list[dict[str, Any]]
    files: int

    @property
    def summary(self) -> str:
        sealed = [revision for revision in self.article["revisions"] if revision["words"]]
        sign_offs = sum(len(review["sign_offs"]) for review in self.reviews)
        return (
            f"{self.article['slug']}: everything holds (files: {self.files}, revisions that were live: {len(sealed)}, "
            f"sign-offs: {sign_offs}, transitions: {len(self.transitions)})"
        )


def verify(file: IO[bytes]) -> Pack:
    """The records of a pack in which everything holds. Raises Broken with the first thing that does not."""
    files = read(file)
    article, reviews = record(files, "article.json"), record(files, "reviews.json")
    transitions = record(files, "transitions.json")
    try:
        seals = {revision["id"]: revision["seal"] for revision in article["revisions"]}
        for revision in article["revisions"]:
            _check_words(revision)
        _check_sign_offs(article["revisions"], reviews)
        _check_chain(article, transitions, seals)
    except (KeyError, TypeError, AttributeError, ValueError, OverflowError) as problem:
        raise Broken("the records", "they are not in the form of an evidence pack") from problem
    return Pack(article, reviews, transitions, len(files) + 1)


def _check_words(revision: dict[str, Any]) -> None:
    """Words that were live are there, and are the ones that were sealed."""
    where = f"article.json: revision {revision['number']}"
    if (revision["words"] is None) != (revision["published_at"] is None):
        raise Broken(where, "its words are not what its dates ask for")
    if revision["words"] and digest(revision["words"], revision["references"]) != revision["seal"]:
        raise Broken(where, "its words are not the ones that were sealed")


def _check_sign_offs(revisions: list[dict[str, Any]], reviews: list[dict[str, Any]]) -> None:
    """What was live had every sign-off its review asked for, each sealed to those words, before it went live."""
    by_revision = {review["revision_id"]: review for review in reviews}
    signers = {each["id"]: each["by_id"] for review in reviews for each in review["sign_offs"]}
    for revision in revisions:
        if revision["published_at"] is None:
            continue
        where, review = f"reviews.json: revision {revision['number']}", by_revision.get(revision["id"])
        if review is None:
            raise Broken(where, "it was live without a review")
        counted = [
            each
            for each in review["sign_offs"]
            if each["seal"] == revision["seal"] and _moment(each["at"]) <= _moment(revision["published_at"])
        ]
        if len({each["by_id"] for each in counted}) != len(counted):
            raise Broken(where, "somebody signed it off twice")
        if any(signers.get(each["carried_from_id"], each["by_id"]) != each["by_id"] for each in counted):
            raise Broken(where, "a sign-off was carried over from somebody else")
        if any(each["carried_from_id"] is not None and each["carried_from_id"] not in signers for each in counted):
            raise Broken(where, "a sign-off was carried over from nowhere")
        for kind, needed in NEEDED.items():
            if [each["kind"] for each in counted].count(kind) < review[needed]:
                raise Broken(where, f"{kind} sign-offs of these words are missing")


def _check_chain(article: dict[str, Any], transitions: list[dict[str, Any]], seals: dict[int, str]) -> None:
    """Each transition follows the one before it, and the last ones led to where the revisions stand."""
    previous, stands = FIRST, dict.fromkeys(seals, "draft")
    for each in transitions:
        where = f"transitions.json: transition {each['id']}"
        if each["previous_hash"] != previous:
            raise Broken(where, "it does not follow the one before it")
        parts = {**each, "at": microseconds(_moment(each["at"]))}
        if each["hash"] != link(previous, tuple(parts[name] for name in CHAINED)):
            raise Broken(where, "it was changed")
        if each["article_id"] != article["id"] or each["revision_id"] not in seals:
            raise Broken(where, "it is about something else")
        if each["seal"] and each["seal"] != seals[each["revision_id"]]:
            raise Broken(where, "it is about other words")
        previous, stands[each["revision_id"]] = each["hash"], each["to_status"]
    for revision in article["revisions"]:
        if stands[revision["id"]] != revision["status"]:
            raise Broken(f"article.json: revision {revision['number']}", "no transition led to where it stands")


def _moment(text: str) -> datetime:
    return datetime.fromisoformat(text)


def own_digest(file: IO[bytes]) -> str:
    """The digest of the whole file, in a sentence: what somebody else may keep, to know the pack again."""
    file.seek(0)
    return f"SHA-256 of the pack: {hashlib.file_digest(file, 'sha256').hexdigest()}"  # type: ignore[arg-type]


def main(name: str) -> int:
    """Verify one file and say what came of it; the exit code is 1 where something does not hold."""
    try:
        with Path(name).open("rb") as file:
            sys.stdout.write(f"{verify(file).summary}\n{own_digest(file)}\n")
    except (Broken, OSError) as problem:
        sys.stderr.write(f"{problem}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]) if len(sys.argv) == 2 else "Usage: python -m clinic_cms.evidence.verify PACK.zip")
