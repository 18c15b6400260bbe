"""Pronouns of the issuer: whom they mean, and where nobody can tell."""

import pytest

from policykit import parse
from policykit.extract.pronouns import resolve

MEANT = [
    ("我委", ["青溪县卫生健康委员会"], "青溪县卫生健康委员会"),
    ("我委", ["青溪县卫健委", "青溪县财政局"], "青溪县卫健委"),
    ("我院", ["青溪县人民医院"], "青溪县人民医院"),
    ("我院各科室", ["青溪县人民医院"], "青溪县人民医院各科室"),
    ("本院各临床科室", ["青溪县中医院"], "青溪县中医院各临床科室"),
    ("我办", ["青溪县人民政府办公室"], "青溪县人民政府办公室"),
    ("我中心", ["青溪县疾病预防控制中心"], "青溪县疾病预防控制中心"),
    ("我市", ["临江市人民政府"], "临江市"),
    ("我县", ["临江市青溪县民政局"], "临江市青溪县"),
    ("我区", ["东华自治区教育厅"], "东华自治区"),
    ("本省各级机关", ["东华省财政厅", "东华省教育厅"], "东华省各级机关"),
    ("我市", ["青溪县城市管理局"], None),
    ("我局", ["青溪县财政局", "青溪县民政局"], None),
    ("我委", [], None),
    ("我院", ["青溪县卫生健康局"], None),
    ("本单位", ["青溪县卫生健康局"], None),
    ("各科室", ["青溪县人民医院"], None),
    ("我", ["青溪县人民医院"], None),
]


@pytest.mark.parametrize(("name", "issuers", "meant"), MEANT)
def test_whom_a_pronoun_means(name: str, issuers: list[str], meant: str | None) -> None:
    assert resolve(name, issuers) == meant


def test_the_name_stays_as_written() -> None:
    notice = parse(
        "青溪县民政局关于开展核查的通知\n各乡镇：\n一、开展核查\n我局将组织抽查。各乡镇要做好自查。\n青溪县民政局\n2024年1月15日"
    )
    owners = [(owner.name, owner.resolved) for owner in notice.tasks[0].owners]
    assert owners == [("我局", "青溪县民政局"), ("各乡镇", None)]
