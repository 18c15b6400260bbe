"""Diagnostics of reading: PK1xx."""

from policykit.diagnostics.row import Row


def _raw(data: bytes) -> str:
    """The text that stands for ``data`` in an example: bytes that are not UTF-8 as surrogates."""
    return data.decode("utf-8", "surrogateescape")


_PLAIN = "关于做好2023年度家庭医生签约服务工作的通知\n各乡镇卫生院要在6月底前完成签约。\n"


def _page(text: str) -> str:
    """A web page whose body is ``text``."""
    return f"<html><body><div id='zoom'><h1>关于做好2023年度家庭医生签约服务工作的通知</h1>{text}</div></body></html>"


ROWS: tuple[Row, ...] = (
    Row(
        code="PK101",
        slug="nul-character",
        severity="warning",
        message="有 {count} 个空字符（NUL），处理时略去",
        why="空字符不是文字，多半是文件传输或导出时混入的。略去以后，其余文字照常处理；请核对它前后是否缺了内容。",
        bad=_PLAIN.replace("签约服务", "签约\x00服务"),
        good=_PLAIN,
    ),
    Row(
        code="PK102",
        slug="control-character",
        severity="warning",
        message="有 {count} 个控制字符（第一个是 {example}），已换成 U+FFFD",
        why="控制字符（如 ESC）不属于正文，有的还会操纵终端。换成 U+FFFD 后字数不变，位置仍与原文对应。",
        bad=_PLAIN.replace("签约。", "签约\x1b[2J。"),
        good=_PLAIN,
    ),
    Row(
        code="PK103",
        slug="undecodable-bytes",
        severity="error",
        message="有 {count} 处字节不合 {encoding} 编码，读不出文字，已换成 U+FFFD",
        why="文件在传输或拼接时损坏，或末尾被截断。这几处的文字已经丢失，请找原文件核对。",
        bad=_raw(_PLAIN.encode().replace("务".encode(), b"\xe5\x8a", 1)),
        good=_PLAIN,
    ),
    Row(
        code="PK104",
        slug="replacement-character",
        severity="warning",
        message="原文里有 {count} 处“锟斤拷”或 U+FFFD，是以前转换编码时丢掉的文字",
        why="这些字符是别的软件用错误的编码打开再保存留下的，原来的文字已经不在文件里，请找原文件核对。",
        bad=_PLAIN.replace("家庭医生", "锟斤拷锟斤拷"),
        good=_PLAIN,
    ),
    Row(
        code="PK105",
        slug="inner-byte-order-mark",
        severity="info",
        message="正文中间有 {count} 个字节顺序标记（BOM）",
        why="BOM 只该出现在文件开头；出现在中间，多半是几个文件首尾相接拼成的，请核对是否混进了别的文件。",
        bad=_PLAIN + "\ufeff" + _PLAIN,
        good=_PLAIN,
    ),
    Row(
        code="PK106",
        slug="garbled-stretch",
        severity="error",
        message="有 {count} 段像是乱码（按 {encoding} 读）：“{example}”",
        why="双字节编码丢掉一个字节，后面的字就会错位成生僻字，直到下一个英文字符或换行。请找原文件核对这一段。",
        bad=_raw(
            (_PLAIN * 2).encode("gb18030")
            + "各乡镇卫生院要加强组织领导，按照工作要求完成任务并及时报送情况。".encode("gb18030")[1:-1]
            + b"\n"
        ),
        good=_raw(
            (_PLAIN * 2 + "各乡镇卫生院要加强组织领导，按照工作要求完成任务并及时报送情况。\n").encode("gb18030")
        ),
    ),
    Row(
        code="PK107",
        slug="byte-order-mark-mismatch",
        severity="warning",
        message="开头的字节顺序标记（BOM）说是 {claimed}，内容却是 {encoding}，按内容读",
        why="有的软件只改了文件开头的标记，没有转换内容。读出的文字一般是对的，请看一眼是否有乱码。",
        bad=_raw(b"\xef\xbb\xbf" + _PLAIN.encode("gb18030")),
        good="\ufeff" + _PLAIN,
    ),
    Row(
        code="PK112",
        slug="hidden-on-page",
        severity="info",
        message="网页正文里有 {count} 处隐藏的文字，没有读入",
        why="这些文字写在网页里，但标明不显示（display:none），多半是别的排版用的副本或残留。如果正文缺了内容，请在浏览器里打开核对。",
        bad=_page("<p>各乡镇卫生院要在6月底前完成签约。</p><p style='display:none'>旧稿，不再使用。</p>"),
        good=_page("<p>各乡镇卫生院要在6月底前完成签约。</p>"),
    ),
    Row(
        code="PK113",
        slug="guessed-page-body",
        severity="info",
        message="没有认出这个网站放正文的地方，按文字最集中的部分读，请核对首尾",
        why="各网站的正文放在不同的容器里，常见的都认得；不认得的，取文字最集中的部分，首尾可能多出或缺少几行。",
        bad=_page("<p>各乡镇卫生院要在6月底前完成签约。</p>").replace("zoom", "a1"),
        good=_page("<p>各乡镇卫生院要在6月底前完成签约。</p>"),
    ),
    Row(
        code="PK121",
        slug="uncertain-recognition",
        severity="warning",
        message="第 {page} 页第 {number} 行识别得不可靠（把握 {score}%）：“{text}”",
        why="扫描件或照片上的这一行不清楚，识别出的文字可能有错，单位、日期和数字尤其要对照原件核对。",
        bad="（扫描件，其中一行模糊不清）",
        good="（扫描件，各行清楚）",
    ),
    Row(
        code="PK122",
        slug="unread-pages",
        severity="error",
        message="第 {pages} 页是图片，没有读：识别图片里的文字要装 ocr 组件",
        why='这几页没有文字层，内容不在清单里。装上 ocr 组件（pip install "policykit[ocr]"）后再读一次。',
        bad="（PDF，其中几页是扫描的图片，没有装 ocr 组件）",
        good="（同一个 PDF，装了 ocr 组件）",
    ),
    Row(
        code="PK123",
        slug="damaged-pages",
        severity="error",
        message="第 {pages} 页的数据有损坏，文字可能不全",
        why="文件在传输或保存时损坏，这几页有一部分内容解不出来。请重新获取文件，或对照原件补上缺少的文字。",
        bad="（PDF，其中一页的数据损坏了）",
        good="（完好的 PDF）",
    ),
    Row(
        code="PK140",
        slug="tracked-changes",
        severity="info",
        message="有 {count} 处删除的修订没有读；插入的文字照读",
        why="文件里留着修订，读的是全部接受以后的文字。如果有的修订不该接受，请在 Word/WPS 里处理完再读。",
        bad="<w:p><w:r><w:t>各乡镇卫生院要在</w:t></w:r><w:del><w:r><w:delText>5</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>6</w:t></w:r></w:ins><w:r><w:t>月底前完成签约。</w:t></w:r></w:p>\n",
        good="<w:p><w:r><w:t>各乡镇卫生院要在6月底前完成签约。</w:t></w:r></w:p>\n",
    ),
    Row(
        code="PK141",
        slug="hidden-word-text",
        severity="warning",
        message="有 {count} 处隐藏文字没有读",
        why="设成“隐藏”的文字打印不出来，多半是批注或以前的写法。里面如有要求，请在 Word/WPS 里取消隐藏再读。",
        bad="<w:p><w:r><w:t>各科室要完成自查。</w:t></w:r>"
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>（待定）</w:t></w:r></w:p>\n",
        good="<w:p><w:r><w:t>各科室要完成自查。</w:t></w:r></w:p>\n",
    ),
    Row(
        code="PK142",
        slug="unknown-number-format",
        severity="warning",
        message="不认识自动编号的格式 {name}，按 1、2、3 写",
        why="自动编号不在文字里，要按格式推算。这种格式没有收录，编号的次序是对的，写法与 Word 里看到的不同，请核对。",
        bad='<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="hebrew1"/><w:lvlText w:val="%1、"/></w:lvl>\n'
        '<w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>加强领导</w:t></w:r></w:p>\n',
        good='<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1、"/></w:lvl>\n'
        '<w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>加强领导</w:t></w:r></w:p>\n',
    ),
    Row(
        code="PK150",
        slug="hidden-sheets",
        severity="info",
        message="有 {count} 个隐藏的工作表没有读：{names}",
        why="隐藏的工作表多半是下拉选项之类，打开工作簿也看不到。里面如有任务，请取消隐藏，另存后再读。",
        bad="[工作表 任务清单]\n序号\t工作任务\n1\t开展签约服务\n[隐藏的工作表 选项]\n未开始\n已完成\n",
        good="[工作表 任务清单]\n序号\t工作任务\n1\t开展签约服务\n",
    ),
    Row(
        code="PK151",
        slug="pages-without-text",
        severity="warning",
        message="有 {count} 页没有文字，只有图片或轮廓，没有读：第 {pages} 页",
        why="OFD 里的这几页多半是扫描的，或者盖章时转成了图。请用 OFD 阅读器导出为 PDF，装上 ocr 组件后再读。",
        bad="[OFD 页]\n一、开展签约服务\n各乡镇卫生院要在2026年6月底前完成签约。\n[OFD 图片页]\n",
        good="[OFD 页]\n一、开展签约服务\n各乡镇卫生院要在2026年6月底前完成签约。\n",
    ),
)
