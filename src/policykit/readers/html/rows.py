"""What is known about the pages of government sites, as data: where the text stands, what a page says about it."""

from policykit.data.units import words
from policykit.text.lazy import Lazy

CONTAINERS: tuple[str, ...] = words(
    """
    ucap-content ucapcontent zoom zoomcon zoomcontent trs_editor trs_editor_view trs_ueditor view_con
    js_content articlecontent article-content article_content article-con article_con art_con artcontent
    artical_content detail-content detail_content details-content news_content news-content newscontent
    content-text con_text text-content pages_content page-content info-content infocontent xxgk_content
    gk_content govcontent vsb_content v_news_content wp_articlecontent txt_con txtcon textcon bodycontent
    conten_txt contentbox content_body main-content maincontent easysite-news-text bt-content
    article-detail article_body article-body articlebody entry-content view content conbody con
    """
)
"""Names (id or class, in lower case) of the element that holds the text of a document, the surer ones first."""

META: dict[str, str] = {
    "articletitle": "page_title",
    "og:title": "page_title",
    "pubdate": "published_on",
    "publishdate": "published_on",
    "publishtime": "published_on",
    "firstpublishedtime": "published_on",
    "article:published_time": "published_on",
}
"""Names of meta tags (in lower case), and the metadata field each feeds."""

PAGE_LABELS: dict[str, str] = {"时间": "published_on", "日期": "published_on"}
"""Labels that speak of the document only where they stand outside its text; see ``data/page_labels.py``."""

DROPPED = frozenset(
    words(
        """
        head script style noscript noframes template iframe frame object embed applet svg math canvas audio video
        select datalist option button textarea input map rt rp nav dialog
        """
    )
)
"""Elements whose content is no text of the document."""

CONTAINING = frozenset(words("html body div section article main center form table tbody tr td dl dd ul li fieldset"))
"""Elements that may hold a whole document."""

BREAKING = frozenset(
    words(
        """
        address article aside blockquote body caption center dd details dir div dl dt fieldset figcaption figure
        footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu ol p pre section summary
        table tbody td tfoot th thead tr ul
        """
    )
)
"""Elements that begin and end a line; ``br`` ends one."""

HEADINGS: dict[str, int] = {f"h{depth}": depth for depth in range(1, 7)}

FURNITURE = Lazy(
    r"(?<![a-z])(?:nav|navbar|navigation|menu|foot|footer|header|sidebar|aside|crumbs?|breadcrumbs?|position|location"
    r"|share|related|recommend|copyright|search|login|toolbar|pager|pagination|banner|links?|friendlinks?|comments?"
    r"|hot|qrcode|ewm|dqwz|mbx|xgwz|xgyd|xgjd|bshare|bdsharebuttonbox)(?![a-z])"
)
"""What the id, class or role of a page's own furniture is called."""

FILE_LINK = Lazy(r"\.(?:docx?|docm|wps|xlsx?|et|pdf|ofd|rtf|pptx?|zip|rar|7z|txt)(?:[?#]|$)")
"""The end of an address, or of the words of a link, that leads to a file."""
