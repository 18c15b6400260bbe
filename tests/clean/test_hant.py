"""Traditional texts: the same checklist as the simplified one, every quote in its own characters."""

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

import policykit
from policykit.clean.hant import MARKS, is_traditional, simplify

PAGE = """索引號：QX001/2026-01
發佈機構：青溪縣衛生健康局
瀏覽量：12
青溪縣衛生健康局關於做好2026年家庭醫生簽約服務工作的通知
各鄉鎮衛生院：
一、加強組織領導
各鄉鎮衛生院要在2026年6月底前成立工作專班，明確1名聯絡員。（牽頭單位：縣衛生健康局；配合單位：縣醫保局）
二、強化隨訪管理
縣疾控中心每季度組織一次督導檢查，重點人群簽約率達到75%以上。
青溪縣衛生健康局
2026年3月1日
"""


def test_matched_as_simplified_and_quoted_as_it_is() -> None:
    notice = policykit.parse(PAGE)
    first, second = notice.tasks
    assert notice.metadata.title == "青溪縣衛生健康局關於做好2026年家庭醫生簽約服務工作的通知"
    assert [(owner.name, owner.role) for owner in first.owners] == [
        ("各鄉鎮衛生院", "actor"),
        ("縣衛生健康局", "lead"),
        ("縣醫保局", "support"),
    ]
    assert [deadline.end for deadline in first.deadlines] == ["2026-06-30"]
    assert [indicator.text for indicator in second.indicators] == ["重點人群簽約率達到75%以上"]
    assert {item.code for item in notice.diagnostics} == {"PK202", "PK203"}
    for deadline in first.deadlines:
        assert PAGE[deadline.span.start : deadline.span.end] == deadline.text


def test_without_the_extra_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "opencc", None)
    notice = policykit.parse(PAGE)
    assert "PK204" in {item.code for item in notice.diagnostics}
    assert notice.metadata.title


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("關於開展醫療質量檢查的通知", True),
        ("关于开展医疗质量检查的通知，由張國華负责。" + "各科室要落实责任。" * 9, False),
        ("关于转发“關於開展檢查的通知”的函" + "各科室要落实责任。" * 40, False),
        ("", False),
        ("後", False),
        pytest.param("一關於實縣鎮衛醫療\n" * 250, True, id="lines of one length"),
    ],
)
def test_a_name_or_a_quote_makes_no_traditional_text(text: str, expected: bool) -> None:
    assert is_traditional(text) is expected


def test_simplified_texts_have_no_marks() -> None:
    from opencc import OpenCC

    assert not set(MARKS) & set(OpenCC("t2s").convert("\n".join(sorted(MARKS))))  # each alone: none is part of a phrase


@given(st.text(alphabet=st.one_of(st.sampled_from(sorted(MARKS)), st.characters(codec="utf-8"))))
def test_a_simplified_copy_is_as_long(text: str) -> None:
    assert len(simplify(text)) == len(text)
