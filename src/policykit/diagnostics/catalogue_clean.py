"""Diagnostics of cleaning: PK2xx."""

from policykit.diagnostics.row import Row

ROWS: tuple[Row, ...] = (
    Row(
        code="PK201",
        slug="invisible-characters",
        severity="warning",
        message="文中有 {count} 个看不见的字符（零宽字符、控制符或方向控制符），识别时已略过",
        why="从网页、PDF 复制来的文字常夹带看不见的字符：它们会把一个词断成两截，方向控制符还会打乱显示的次序。",
        bad="一、加强\u200b领导\n各科室要于2026年6月底前完成。\n",
        good="一、加强领导\n各科室要于2026年6月底前完成。\n",
    ),
    Row(
        code="PK202",
        slug="page-furniture",
        severity="info",
        message="正文之外的网页或文库附加内容共 {count} 行，未计入任何部分",
        why="索引号表、浏览量、下载提示、扫一扫等不是文件的内容；其中的索引号、发布机构、日期已读入元数据。",
        bad="索引号：QX001/2026-01\n发布机构：青溪县卫生健康局\n浏览量：12\n一、加强领导\n各科室要落实责任。\n",
        good="一、加强领导\n各科室要落实责任。\n",
    ),
    Row(
        code="PK203",
        slug="traditional-characters",
        severity="info",
        message="正文是繁体字，已按对应的简体字识别，引文照录原字",
        why="认写法的规则是用简体字写的。逐字对照成简体来识别，清单里的文字仍是原文的繁体字，位置不变。",
        bad="關於開展醫療質量檢查的通知\n一、加強領導\n各科室要於2026年6月底前完成檢查。\n",
        good="关于开展医疗质量检查的通知\n一、加强领导\n各科室要于2026年6月底前完成检查。\n",
    ),
    Row(
        code="PK204",
        slug="traditional-unmatched",
        severity="warning",
        message='正文是繁体字，许多写法认不出。请运行 pip install "policykit[hant]" 后再读',
        why="认写法的规则是用简体字写的，对照繁体字要用 hant 组件，它没有安装：责任单位、时限等会有遗漏。",
        bad="關於開展醫療質量檢查的通知\n一、加強領導\n各科室要於2026年6月底前完成檢查。\n",
        good="关于开展医疗质量检查的通知\n一、加强领导\n各科室要于2026年6月底前完成检查。\n",
    ),
)
