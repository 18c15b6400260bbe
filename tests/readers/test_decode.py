"""Encodings: the right text or a refusal, never mojibake."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policykit.readers import ReadError, read_source
from policykit.readers.decode import decode
from policykit.readers.guess import ALIASES

NOTICE = (
    "青溪县卫生健康局关于印发《2023年家庭医生签约服务方案》的通知\r\n"
    "各乡镇卫生院，县级各医疗机构：\r\n"
    "　　一、总体要求\r\n　　坚持以人民健康为中心，完善服务内容，提高服务质量，"
    "到2023年底前，重点人群签约率达到75%以上。\r\n"
)
TRADITIONAL = "關於加強醫療機構藥品管理的通知\n各醫療機構應當依照規定，於本年六月底前完成檢查，並將結果報送主管機關。\n"

# how it is written, what it is read as
ENCODINGS = [
    ("utf-8", "utf-8"),
    ("utf-8-sig", "utf-8-sig"),
    ("gb18030", "gb18030"),
    ("gbk", "gb18030"),
    ("utf-16", "utf-16-le"),
    ("utf-16-le", "utf-16-le"),
    ("utf-16-be", "utf-16-be"),
    ("utf-32", "utf-32-le"),
    ("utf-32-le", "utf-32-le"),
    ("utf-32-be", "utf-32-be"),
    ("hz", "hz"),
]


@pytest.mark.parametrize(("written", "expected"), ENCODINGS)
def test_encoding_is_found(written: str, expected: str) -> None:
    decoded = decode(NOTICE.replace("\u3000", "").encode(written))
    assert (decoded.text, decoded.encoding) == (NOTICE.replace("\u3000", ""), expected)
    assert not decoded.findings


@pytest.mark.parametrize("text", ["通知", "联通", "关于", "各单位："])
def test_two_characters_of_gbk_are_enough(text: str) -> None:
    assert decode(text.encode("gbk")).text == text


def test_big5_is_told_from_gbk() -> None:
    decoded = decode(TRADITIONAL.encode("cp950"))
    assert (decoded.text, decoded.encoding) == (TRADITIONAL, "big5")


def test_four_byte_gb18030_and_rare_characters() -> None:
    text = NOTICE + "联系人：𠮷䶮\r\n"
    assert decode(text.encode("gb18030")).text == text


def test_ascii_in_utf_16_without_a_mark() -> None:
    assert decode("Notice No. 5\n".encode("utf-16-be")).text == "Notice No. 5\n"


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(NOTICE.encode("utf-7"), id="utf-7"),
        pytest.param(
            "お知らせ、これは日本語のテキストです。よろしくお願いします。".encode("shift_jis"), id="shift-jis"
        ),
        pytest.param("Це повідомлення написано українською".encode("koi8-u"), id="koi8"),
        pytest.param(bytes(range(256)) * 20, id="bytes"),
        pytest.param(NOTICE.encode() + NOTICE.encode("gb18030"), id="half-and-half"),
        pytest.param(NOTICE.encode("gb18030") * 9 + "附件：签约服务任务清单\n".encode(), id="one-line-of-utf-8"),
    ],
)
def test_refused(data: bytes) -> None:
    with pytest.raises(ReadError):
        read_source(data)


@pytest.mark.parametrize(
    "line", ["─" * 60, "＿" * 30, "…" * 30, "■□" * 20, "ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰ", "・ァィゥェォャュョッヮー"]
)
def test_lines_of_signs_are_not_garbled(line: str) -> None:
    decoded = decode(f"{NOTICE}{line}\n".encode("gb18030"))
    assert (decoded.text, decoded.findings) == (f"{NOTICE}{line}\n", ())


def test_a_lost_byte_is_named() -> None:
    data = NOTICE.encode("gb18030")
    place = data.index("坚持".encode("gb18030"))
    source, found = read_source(data[:place] + data[place + 1 :])
    assert "PK106" in {item.code for item in found}
    assert source.text.startswith("青溪县卫生健康局关于")


@pytest.mark.parametrize("codec", ["utf-16", "utf-16-be"])
def test_a_text_out_of_step_is_refused(codec: str) -> None:
    data = (NOTICE.replace("\r\n", "") * 4).encode(codec)
    with pytest.raises(ReadError):
        read_source(data[:33] + data[34:])


def test_mixed_encodings_name_both_places() -> None:
    with pytest.raises(ReadError, match="第 1 行是 UTF-8，第 5 行是 GB18030"):
        read_source(NOTICE.encode() + NOTICE.encode("gb18030"))


@pytest.mark.parametrize("codec", ["utf-8", "gb18030", "utf-16"])
def test_a_truncated_last_character_is_named(codec: str) -> None:
    source, found = read_source(NOTICE.rstrip().removesuffix("。").encode(codec)[:-1])
    assert [item.code for item in found] == ["PK103"]
    assert found[0].span is not None
    assert source.text[found[0].span.start] == "\ufffd"


@pytest.mark.parametrize(
    ("label", "codec"), [("GB2312", "gbk"), ("gbk", "gb18030"), ("Big5", "cp950"), ("UTF_16", "utf-16")]
)
def test_the_user_names_the_encoding(label: str, codec: str) -> None:
    text = TRADITIONAL if codec == "cp950" else NOTICE
    assert decode(text.encode(codec), label).text == text


@pytest.mark.parametrize("label", ["base64", "zlib_codec", "rot13", "unicode_escape", "utf-7", "nope", "../x"])
def test_only_encodings_of_the_list(label: str) -> None:
    with pytest.raises(ReadError, match="不认识编码"):
        decode(NOTICE.encode(), label)


@pytest.mark.parametrize(
    ("written", "label"), [("utf-8", "gb18030"), ("gb18030", "big5"), ("gb18030", "utf-16"), ("gb18030", "utf-8")]
)
def test_a_wrong_name_is_refused(written: str, label: str) -> None:
    with pytest.raises(ReadError):
        decode(NOTICE.encode(written), label)


def test_aliases_are_codecs() -> None:
    assert {"xx".encode(codec).decode(codec) for codec in ALIASES.values()} == {"xx"}


@given(st.binary(max_size=300))
def test_any_bytes_give_text_or_a_refusal(data: bytes) -> None:
    try:
        source, _ = read_source(data)
    except ReadError:
        return
    source.text.encode()


@given(
    st.text(alphabet="各乡镇卫生院要在月底前完成签约，并报送情况。\n", min_size=8),
    st.sampled_from([row[0] for row in ENCODINGS[:4]]),
)
def test_ordinary_text_comes_back(text: str, codec: str) -> None:
    if not text.strip():
        return
    assert read_source(text.encode(codec))[0].text == text
