"""Files from strangers' addresses: real servers on this machine, real name resolution, the public check as a value."""

import ssl
import time
from dataclasses import replace
from ipaddress import ip_address

import pytest

from catalog.pictures.fetching import NotFetched, Rules, addresses, fetch, is_public
from tests.catalog.pictures.servers import certificate, picture, serving

PUBLIC = ["8.8.8.8", "1.1.1.1", "141.30.1.1", "2a00:1450:4001::1", "2606:4700:4700::1111", "2001:4860:4860::8888"]
NOT_PUBLIC = [
    "127.0.0.1", "127.8.8.8", "0.0.0.0", "10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.1.1",
    "169.254.169.254", "100.64.0.1", "100.127.1.1", "192.0.0.8", "192.0.2.1", "198.18.0.1", "198.51.100.1",
    "203.0.113.1", "192.88.99.1", "224.0.0.1", "239.1.1.1", "240.0.0.1", "255.255.255.255", "::1", "::",
    "fe80::1", "fe80::1%eth0", "fec0::1", "fc00::1", "fd12:3456::1", "ff02::1", "::ffff:8.8.8.8",
    "::ffff:127.0.0.1", "::127.0.0.1", "64:ff9b::7f00:1", "64:ff9b::808:808", "64:ff9b:1::1", "2002:7f00:1::1",
    "2001::1", "2001:db8::1", "100::1", "3fff::1", "5f00::1", "4000::1",
]  # fmt: skip


def loopback(address) -> bool:
    return address.is_loopback


@pytest.fixture
def site():
    with serving() as made:
        yield made


@pytest.fixture
def rules(site):
    return Rules(allows=loopback, ports=frozenset({site.port}), seconds=5)


def refusal(url, rules=None) -> str:
    with pytest.raises(NotFetched) as fault:
        fetch(url, rules) if rules else fetch(url)
    return fault.value.rule


@pytest.mark.parametrize("text", PUBLIC)
def test_public_addresses_are_allowed(text):
    assert is_public(ip_address(text))


@pytest.mark.parametrize("text", NOT_PUBLIC)
def test_addresses_of_nobody_in_particular_are_not(text):
    assert not is_public(ip_address(text))


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/a.jpg",
        "http://localhost/a.jpg",
        "http://2130706433/a.jpg",
        "http://0x7f.1/a.jpg",
        "http://0177.0.0.1/a.jpg",
        "http://[::1]/a.jpg",
        "http://[::ffff:127.0.0.1]/a.jpg",
        "http://169.254.169.254/latest/meta-data/",
        "https://10.1.2.3/a.jpg",
    ],
)
def test_our_own_network_is_never_asked_however_it_is_written(url):
    assert refusal(url) == "not_public"


@pytest.mark.parametrize("port", [22, 25, 5432, 9200, 8080])
def test_only_the_two_ports_of_the_web(port):
    assert refusal(f"http://8.8.8.8:{port}/a.jpg") == "port"


@pytest.mark.parametrize(
    "url",
    ["ftp://8.8.8.8/a.jpg", "file:///etc/passwd", "http:///a.jpg", "http://user:word@8.8.8.8/a.jpg", "http://[::1",
     "http://8.8.8.8:99999/a.jpg", "gopher://8.8.8.8/", "http://" + "a" * 70 + ".example/"],
)  # fmt: skip
def test_what_is_no_web_address_is_refused(url):
    assert refusal(url) == "address"


def test_a_name_that_nobody_has_is_said():
    assert refusal("http://gibt-es-nicht.invalid/a.jpg") == "no_host"


def test_one_private_address_spoils_the_name():
    with pytest.raises(NotFetched, match="not_public"):
        addresses("localhost", 80, lambda address: address.version == 6)  # localhost has 127.0.0.1 in any case


def test_a_file_comes_as_it_is(site, rules):
    data = picture()
    assert fetch(site.put("/a.jpg", data), rules) == data
    assert site.hosts == [f"127.0.0.1:{site.port}"]


def test_umlauts_and_blanks_in_an_address_are_written_as_servers_want(site, rules):
    site.put("/Br%C3%B6tchen%20hell.jpg?gr%C3%B6%C3%9Fe=1", b"data")

    assert fetch(site.url("/Brötchen hell.jpg?größe=1"), rules) == b"data"


def test_redirects_are_followed_a_few_times(site, rules):
    site.put("/ziel.jpg", b"data")
    site.redirect("/b", "ziel.jpg")
    start = site.redirect("/a", site.url("/b"), status=308)

    assert fetch(start, rules) == b"data"
    assert site.asked == ["/a", "/b", "/ziel.jpg"]


def test_a_circle_ends(site, rules):
    assert refusal(site.redirect("/a", "/a"), rules) == "redirects"
    assert len(site.asked) == rules.redirects + 1


@pytest.mark.parametrize(
    ("target", "rule"),
    [
        ("http://10.0.0.1/innen.jpg", "not_public"),
        ("http://192.168.0.1/innen.jpg", "not_public"),
        ("http://169.254.169.254/", "not_public"),
        ("http://[fd00::1]/", "not_public"),
        ("http://127.0.0.1:22/", "port"),
        ("file:///etc/passwd", "address"),
        ("//[", "address"),
    ],
)
def test_a_redirect_meets_the_same_check(site, rules, target, rule):
    """The first host is allowed, as a public one would be; where it leads is not."""
    rules = replace(rules, ports=rules.ports | {80})
    assert refusal(site.redirect("/a", target), rules) == rule


def test_a_redirect_back_to_this_machine_is_refused(site):
    """The rule allows what 127.0.0.1 stands for here, and nothing else of this machine."""
    rules = Rules(allows=lambda address: address == ip_address("127.0.0.1"), ports=frozenset({site.port}))
    assert refusal(site.redirect("/a", site.url("/b", "127.0.0.2")), rules) == "not_public"


@pytest.mark.parametrize(
    ("status", "rule"),
    [(404, "not_there"), (410, "not_there"), (403, "locked"), (401, "locked"), (500, "server_fault"),
     (429, "server_fault"), (304, "server_fault"), (302, "server_fault")],
)  # fmt: skip
def test_answers_without_a_picture_have_their_reasons(site, rules, status, rule):
    assert refusal(site.put("/a.jpg", b"", status=status), rules) == rule


def test_an_announced_size_beyond_the_limit_is_not_read(site, rules):
    assert refusal(site.put("/a.jpg", b"x" * 3000), replace(rules, max_bytes=2000)) == "too_large"


def test_a_stream_without_end_stops_at_the_limit(site, rules):
    def endless(handler):
        handler.send_response(200)
        handler.send_header("Transfer-Encoding", "chunked")
        handler.end_headers()
        while True:
            handler.wfile.write(b"1000\r\n" + b"x" * 4096 + b"\r\n")

    site.answers["/a.jpg"] = endless
    assert refusal(site.url("/a.jpg"), replace(rules, max_bytes=100_000)) == "too_large"


@pytest.mark.parametrize("part", ["head", "body"])
def test_a_server_that_drips_is_left_in_time(site, rules, part):
    """Each byte comes well within any timeout of a single read; all together would take minutes."""

    def drip(handler):
        if part == "body":
            handler.send_response(200)
            handler.send_header("Connection", "close")
            handler.end_headers()
        for _ in range(600):
            handler.wfile.write(b"H")
            handler.wfile.flush()
            time.sleep(0.1)

    site.answers["/a.jpg"] = drip
    start = time.monotonic()
    assert refusal(site.url("/a.jpg"), replace(rules, seconds=1)) == "timeout"
    assert time.monotonic() - start < 3


def test_a_file_cut_short_is_no_file(site, rules):
    assert refusal(site.put("/a.jpg", b"half", Content_Length=400, Connection="close"), rules) == "broken_off"


def test_a_closed_door_is_said(rules):
    with serving() as gone:
        port = gone.port
    assert refusal(f"http://127.0.0.1:{port}/", replace(rules, ports=frozenset({port}))) == "no_answer"


def test_tls_is_spoken_with_the_name_that_was_asked_for(tmp_path):
    server, client = certificate(tmp_path, "localhost")
    with serving(server) as site:
        site.put("/a.jpg", b"data")
        rules = Rules(allows=loopback, ports=frozenset({site.port}), tls=lambda: client)
        assert fetch(site.url("/a.jpg", "localhost"), rules) == b"data"
        assert refusal(site.url("/a.jpg", "127.0.0.1"), rules) == "certificate"
        assert refusal(site.url("/a.jpg", "localhost"), replace(rules, tls=ssl.create_default_context)) == "certificate"
