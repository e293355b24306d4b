"""Where a request comes from, as far as proxies of our own say. Never stored, never logged."""

from ipaddress import IPv4Address, IPv6Address, ip_address

from django.conf import settings
from django.http import HttpRequest


def client_address(request: HttpRequest) -> IPv4Address | IPv6Address | None:
    """The address of whoever asks; None where it cannot be read.

    `settings.TRUSTED_PROXIES` proxies of our own each add one entry at the end of X-Forwarded-For. What stands before
    theirs was written by whoever asks, and is not believed.
    """
    proxies = settings.TRUSTED_PROXIES
    forwarded = request.META.get("HTTP_X_FORWARDED_FOR", "").split(",") if proxies else []
    said = forwarded[-proxies] if len(forwarded) >= proxies > 0 and forwarded[-proxies].strip() else None
    return _read(said if said is not None else request.META.get("REMOTE_ADDR", ""))


def _read(text: str) -> IPv4Address | IPv6Address | None:
    text = text.strip()
    if text.count(":") == 1 or text.startswith("["):  # with a port
        text = text.rpartition(":")[0] if not text.endswith("]") else text
        text = text.strip("[]")
    try:
        address = ip_address(text.partition("%")[0])
    except ValueError:
        return None
    return (address.ipv4_mapped or address) if isinstance(address, IPv6Address) else address
