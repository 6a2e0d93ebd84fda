from build_scripts.pages.escaping import escape_url


def test_an_address_cannot_end_its_link() -> None:
    url = escape_url('https://example.org/a b)"<é>')
    assert url == "https://example.org/a%20b%29%22%3C%C3%A9%3E"
