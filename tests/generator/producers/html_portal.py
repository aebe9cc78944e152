"""A whole page of a government site around the report. Styles: how the bytes are encoded and what the page declares."""
from producers import html_clean, html_parts, html_word

STYLES = ("utf8", "gb18030", "gb2312")
EXTENSION = "html"
LACKS = {}

MENU = ("首页", "走进本地", "政务公开", "办事服务", "互动交流", "专题专栏", "政府信息公开指南", "政府信息公开制度", "法定主动公开内容", "依申请公开")
RELATED = ("关于开展春季植树活动的通知", "便民服务大厅作息时间调整", "政策问答：如何办理预约登记", "一图读懂年度重点任务")
PAGE = """<!DOCTYPE html>
<html>
<head>
<meta http-equiv="Content-Type" content="text/html; charset={charset}"/>
<title>{title}_{site}</title>
<meta name="SiteName" content="{site}"/><meta name="ColumnName" content="政府信息公开年报"/><meta name="ArticleTitle" content="{title}"/>
<style>.nav li {{ float: left }} .hide {{ display: none }}</style>
<script>var pageTitle = "{title}"; function share(to) {{ return to + '<p>'; }}</script>
</head>
<body>
<div class="top"><span id="today"></span><a href="#">无障碍浏览</a> | <a href="#">繁體版</a> | <a href="#">登录</a></div>
<div class="nav"><ul>{menu}</ul></div>
<div class="crumb">当前位置：<a href="/">首页</a> &gt; <a href="/gk">政府信息公开</a> &gt; <a href="/nb">政府信息公开年报</a></div>
<div class="side"><h3>年度报告</h3><ul>{years}</ul></div>
<div class="main">
{meta}
<h1 class="article-title">{shown}</h1>
<div class="info">发布时间：{next}-01-{day} 09:30&nbsp;&nbsp;来源：{agency}&nbsp;&nbsp;浏览次数：<span id="hits">{hits}</span>&nbsp;&nbsp;字体：[<a>大</a> <a>中</a> <a>小</a>]</div>
<div class="share">分享到：<a>微信</a> <a>微博</a> <a>QQ空间</a></div>
<div class="article-content" id="zoom">
{content}
</div>
<div class="tools"><a href="javascript:window.print()">打印本页</a> <a href="javascript:window.close()">关闭窗口</a></div>
<div class="turn">上一篇：<a href="#">{earlier}</a><br/>下一篇：没有了</div>
</div>
<div class="side"><h3>相关链接</h3><ul>{related}</ul></div>
<div class="footer"><p>主办单位：{agency}　承办单位：{site}编辑部</p><p>网站标识码：9900{hits}　备案号：虚ICP备{hits}号-1　联系电话：0999-{hits}</p><p>Copyright &copy; 版权所有</p></div>
<script src="/js/count.js"></script>
</body>
</html>
"""


def write(document, path, style, rng):
    charset, codec = {"utf8": ("utf-8", "utf-8"), "gb18030": ("gb18030", "gb18030"), "gb2312": ("gb2312", "gbk")}[style]
    path.write_bytes(_page(document, charset, rng).encode(codec))


def _page(document, charset, rng):
    year, agency = document.year, document.agency
    word_style = rng.choice((None, "wps", "editor"))
    content = html_word.content(document, word_style, rng) if word_style else html_clean.content(document, rng.choice(("spans", "padded")))
    if rng.random() < 0.4:  # the title once more at the head of the text
        lines = "".join(f"<p align=\"center\"><strong>{html_parts.text(line)}</strong></p>" for line in document.title_lines)
        content = f"{lines}\n{content}"
    elif document.subtitle:
        content = f'<p align="center">{html_parts.text(document.subtitle)}</p>\n{content}'
    return PAGE.format(
        charset=charset, title=html_parts.text(document.title), shown="<br/>".join(map(html_parts.text, document.title_lines)), site=f"{agency}门户网站",
        agency=agency, next=year + 1, day=rng.randint(10, 30), hits=rng.randint(1000000, 9999999), content=content, meta=_meta(document, rng),
        menu=_items(MENU), related=_items(RELATED), earlier=f"{agency}{year - 1}年政府信息公开工作年度报告",
        years=_items(f"{y}年度" for y in range(year, year - 4, -1)))


def _items(words):
    return "".join(f'<li><a href="#">{word}</a></li>' for word in words)


def _meta(document, rng):
    """The site's own table of index data; it is no table of the report."""
    if rng.random() < 0.3:
        return ""
    rows = (("索引号", f"99{rng.randint(1000000, 9999999)}/{document.year + 1}-{rng.randint(1, 99999):05}", "分类", "政府信息公开年报"),
            ("发布机构", document.agency, "公开日期", f"{document.year + 1}-01-{rng.randint(10, 30)}"), ("文号", "", "时效", "有效"),
            ("名称", document.title, "", ""))
    body = "".join("<tr>" + "".join(f"<td>{html_parts.text(word)}</td>" for word in row) + "</tr>" for row in rows)
    return f'<table class="table_content"><tbody>{body}</tbody></table>'
