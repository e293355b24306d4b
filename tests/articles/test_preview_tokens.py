from hypothesis import given
from hypothesis import strategies as st

from articles.preview_tokens import code_of, is_code, read_token, token_of


@given(st.integers(min_value=1, max_value=10**9), st.text(alphabet="0123456789abcdef", min_size=32, max_size=32))
def test_a_token_leads_back_to_its_link(link_id, nonce):
    assert read_token(token_of(link_id, nonce)) == (link_id, nonce)


@given(st.text())
def test_anything_else_leads_nowhere(token):
    assert read_token(token) is None


@given(st.integers(min_value=1), st.text(alphabet="0123456789abcdef", min_size=32, max_size=32))
def test_a_code_is_six_digits_and_is_known_again_with_spaces_between(code_id, nonce):
    code = code_of(code_id, nonce)

    assert (len(code), code.isdigit()) == (6, True)
    assert is_code(f" {code[:3]} {code[3:]} ", code_id, nonce)


@given(st.text(max_size=20))
def test_no_other_text_is_the_code(typed):
    code = code_of(7, "0" * 32)

    assert is_code(typed, 7, "0" * 32) == ("".join(typed.split()) == code)
