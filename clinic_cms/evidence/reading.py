"""Reads a pack that may come from anywhere: nothing is unpacked to disk, nothing larger than is sane is read. Pure."""

import json
import re
import zlib
from collections.abc import Mapping
from typing import IO, Any, Final
from zipfile import BadZipFile, ZipFile, ZipInfo

from clinic_cms.evidence.pack import FORMAT, MANIFEST, canonical, sha256

MOST_FILES: Final = 5_000
MOST_BYTES: Final = 256 * 1024 * 1024  # of all files together, unpacked
_NAME: Final = re.compile(r"(?!.*\.\.)[A-Za-z0-9][A-Za-z0-9._-]*(/[A-Za-z0-9][A-Za-z0-9._-]*)*")


class Broken(Exception):
    """The first thing that is wrong with a pack: where, and a sentence that says what."""

    def __init__(self, where: str, why: str) -> None:
        super().__init__(f"{where}: {why}")
        self.where, self.why = where, why


def read(file: IO[bytes]) -> dict[str, bytes]:
    """Every file of the pack by name, each as the manifest says it has to be. Raises Broken for anything else."""
    try:
        with ZipFile(file) as archive:
            entries = _entries(archive)
            contents = {name: _content(archive, entry) for name, entry in entries.items()}
    except (BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError) as problem:
        raise Broken("the file", "it is not a ZIP that can be read") from problem
    expected = _expected(contents.pop(MANIFEST, b""))
    for name in sorted({*expected, *contents}):
        if name not in contents:
            raise Broken(name, "it is missing")
        if name not in expected:
            raise Broken(name, "the manifest does not know it")
        if expected[name] != {"bytes": len(contents[name]), "sha256": sha256(contents[name])}:
            raise Broken(name, "its digest is not the one in the manifest")
    return contents


def record(files: Mapping[str, bytes], name: str) -> Any:
    """The JSON value of one of the pack's files."""
    if name not in files:
        raise Broken(name, "it is missing")
    try:
        return json.loads(files[name])
    except (ValueError, RecursionError) as problem:
        raise Broken(name, "it is not JSON") from problem


def _entries(archive: ZipFile) -> dict[str, ZipInfo]:
    entries: dict[str, ZipInfo] = {}
    total = 0
    for entry in archive.infolist():
        total += entry.file_size
        if len(entries) >= MOST_FILES or total > MOST_BYTES:
            raise Broken("the file", "it would be too large when unpacked")
        if not _NAME.fullmatch(entry.orig_filename):
            raise Broken(ascii(entry.orig_filename[:100]), "no pack has a file of that name")
        if entry.filename in entries:
            raise Broken(entry.filename, "it is there twice")
        entries[entry.filename] = entry
    return entries


def _content(archive: ZipFile, entry: ZipInfo) -> bytes:
    try:
        with archive.open(entry) as file:
            content = file.read(entry.file_size + 1)
    except (BadZipFile, zlib.error, EOFError) as problem:
        raise Broken(entry.filename, "it is damaged") from problem
    if len(content) != entry.file_size:
        raise Broken(entry.filename, "it is damaged")
    return content


def _expected(content: bytes) -> dict[str, Any]:
    manifest = record({MANIFEST: content}, MANIFEST) if content else None
    if not isinstance(manifest, dict) or manifest.get("format") != FORMAT:
        raise Broken(MANIFEST, "it is not the manifest of an evidence pack")
    files = manifest.get("files")
    if not isinstance(files, dict) or canonical(manifest) != content:
        raise Broken(MANIFEST, "it was changed")
    return files
