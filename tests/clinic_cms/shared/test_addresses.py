import pytest

from clinic_cms.shared.addresses import client_address


@pytest.mark.parametrize(
    ("forwarded", "remote", "address"),
    [
        (None, "198.18.0.7", "198.18.0.7"),
        ("198.18.0.7", "127.0.0.1", "198.18.0.7"),
        ("203.0.113.9, 198.18.0.7", "127.0.0.1", "198.18.0.7"),  # the first one was sent by whoever asks
        ("198.18.0.7:4711", "127.0.0.1", "198.18.0.7"),
        ("2001:db8::7", "127.0.0.1", "2001:db8::7"),
        ("[2001:db8::7]:4711", "127.0.0.1", "2001:db8::7"),
        ("::ffff:198.18.0.7", "127.0.0.1", "198.18.0.7"),
        ("fe80::1%eth0", "127.0.0.1", "fe80::1"),
        ("", "198.18.0.7", "198.18.0.7"),
        ("unknown", "127.0.0.1", "None"),
        ("'; DROP TABLE", "127.0.0.1", "None"),
        (None, "", "None"),
    ],
)
def test_the_address_is_what_our_own_proxy_said(rf, forwarded, remote, address):
    headers = {} if forwarded is None else {"HTTP_X_FORWARDED_FOR": forwarded}

    assert str(client_address(rf.get("/", REMOTE_ADDR=remote, **headers))) == address


def test_without_a_proxy_of_ours_the_header_is_anybodys(rf, settings):
    settings.TRUSTED_PROXIES = 0

    request = rf.get("/", REMOTE_ADDR="198.18.0.7", HTTP_X_FORWARDED_FOR="203.0.113.9")

    assert str(client_address(request)) == "198.18.0.7"


def test_a_chain_that_is_too_short_is_not_believed(rf, settings):
    settings.TRUSTED_PROXIES = 2

    request = rf.get("/", REMOTE_ADDR="198.18.0.7", HTTP_X_FORWARDED_FOR="203.0.113.9")

    assert str(client_address(request)) == "198.18.0.7"
