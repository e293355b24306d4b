"""The ZIP itself: the same files make the same bytes, and a manifest tells the SHA-256 of each. Pure, no Django."""

import hashlib
import json
from collections.abc import Mapping
from typing import IO, Any, Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

FORMAT: Final = "clinic_cms evidence pack 1"
MANIFEST: Final = "MANIFEST.json"
_NO_DATE: Final = (1980, 1, 1, 0, 0, 0)  # the first that a ZIP can tell; when a pack was made is not its content


def write(files: Mapping[str, bytes], out: IO[bytes]) -> None:
    """Write the pack: the manifest first, then every file in the order of the names."""
    with ZipFile(out, "w", ZIP_DEFLATED, compresslevel=9) as archive:
        for name, content in ((MANIFEST, manifest(files)), *sorted(files.items())):
            entry = ZipInfo(name, _NO_DATE)
            entry.create_system, entry.external_attr, entry.compress_type = 3, 0o644 << 16, ZIP_DEFLATED
            archive.writestr(entry, content)


def manifest(files: Mapping[str, bytes]) -> bytes:
    """What the pack has to hold: of each file its SHA-256 and its length."""
    told = {name: {"bytes": len(content), "sha256": sha256(content)} for name, content in files.items()}
    return canonical({"files": told, "format": FORMAT})


def canonical(value: Any) -> bytes:
    """The one way this project writes a JSON value, for people and for digests."""
    return (json.dumps(value, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


def sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
