"""Classes of characters that every stage shares."""

HAN = r"[^\W\d_a-zA-Z]"
"""A Chinese character: any letter or numeral that is not Latin and no decimal digit; 、。《》“” are none.

Ranges such as ``一-龥`` say the same of a notice, but each costs a millisecond to compile.
"""


def is_ordinary(text: str) -> bool:
    r"""Whether ``text`` holds nothing but what a page shows, blanks and line ends: no control, no invisible character.

    >>> is_ordinary("一、加强\n\u3000\u3000领导"), is_ordinary("加\u200b强")
    (True, False)
    """
    for blank in ("\n", "\r", "\t", "\u3000", "\u00a0"):
        text = text.replace(blank, " ")  # one for one: C does it in place
    return text.isprintable()
