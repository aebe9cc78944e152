"""The prose. Every sentence is invented; the numbers in it are those of the tables (before any error is seeded)."""
import claims
from chance import happens, split
from document import Paragraph
from headings import NUMBERS, part_headings

PREAMBLE = (
    "本报告依照《中华人民共和国政府信息公开条例》（以下简称《条例》）的规定编制，由总体情况等六个部分组成。",
    "根据《中华人民共和国政府信息公开条例》第五十条的要求，现将{a}{y}年度政府信息公开工作情况向社会公布。",
    "为落实《中华人民共和国政府信息公开条例》，{a}编写了{y}年政府信息公开工作年度报告，欢迎公众监督。",
)
PERIOD = (
    "本报告所列数据的统计期限自{y}年1月1日起至{y}年12月31日止。",
    "报告中各项数据的统计时间为{y}年1月1日至{y}年12月31日。",
    "统计期限：{y} 年 1 月 1 日至 {y} 年 12 月 31 日。",
)
CONTACT = "对本报告如有疑问，可与{a}联系（{c}）。"
OPENING = (
    "{y}年，{w}把公开透明作为联系群众的桥梁，按照上级部署推进政府信息公开，各项任务按期完成。",
    "一年来，{w}对照年度要点逐条细化措施，做到该公开的及时公开、该保密的依法保密。",
    "{y}年，{w}围绕便民利企的目标整理公开事项，工作的条理性和准确度都有提升。",
)
FILLER = (
    ("重点公布了财政收支、民生项目和应急提示等内容。", "对新出台的文件同步配发一图读懂和问答材料。", "公开栏目按主题重新编排，群众查找更为方便。",
     "遇到社会关心的事项，安排专人说明来龙去脉。", "各科室指定一名信息员，每周核对一次应公开清单。"),
    ("受理、登记、会商、答复各环节均有记录可查。", "窗口备有申请表样和填写说明，工作人员当面辅导。", "对内容不够明确的申请，一次性告知需要补正的地方。",
     "答复文书统一格式，发出前由法律顾问复核。"),
    ("建立文件从起草到归档的台账，公开属性在拟稿时一并确定。", "对历年文件作了一次清点，失效的及时标注。", "严格执行先审查后发布的程序，涉及个人隐私的部分一律遮盖处理。",
     "信息发布实行经办人、科室负责人、分管领导三级把关。"),
    ("对网站栏目逐个检查，修正错链和错别字。", "在便民服务大厅设立查阅点，备有电脑和打印设备。", "政务新媒体坚持每个工作日更新，留言在三日内回应。",
     "完成了公开专栏的适老化改造，页面字号可以放大。"),
    ("将公开工作列入年度考核，按季通报进度。", "组织业务培训两期，参训人员覆盖全部科室。", "聘请热心居民担任监督员，听取意见后逐项整改。",
     "全年没有因公开不当被追究责任的情形。"),
)
PROBLEMS = (
    "{w}的政府信息公开工作虽有进展，但与群众的期待相比还有距离。",
    "回顾全年，工作中还存在一些短板。",
)
FAULTS = ("个别信息发布不够及时", "解读材料形式单一，通俗性不足", "基层人员更替较快，业务熟练程度参差不齐", "栏目内容更新的节奏不够均衡", "与群众互动的渠道还需拓宽")
REMEDIES = ("完善发布时限的提醒办法，避免拖延", "增加短视频和漫画等解读方式", "编印操作手册，以老带新", "每月抽查栏目并公布结果", "开设线上问答，定期汇总公众意见")
DOUBLED = "信息发布前的审核审核工作由办公室牵头。"
TABLE_SENTENCE = {
    "active_disclosure": "主动公开的各类信息数量见下表。", "applications": "申请的接收和办理数量列表如下。",
    "review_litigation": "行政复议和行政诉讼的数量如下表所示。",
}
NO_TABLE = {
    "active_disclosure": "本年度各项主动公开的数量已在政府网站专栏公布，此处不再列出。", "applications": "申请的接收和办理情况见第一部分的说明。",
    "review_litigation": "复议和诉讼的情况见第一部分的说明。",
}

# Around tables that are there for their own sake: nothing that a table could contradict.
BRIEF = {"overview": "本年度工作按计划完成，各项数量见后面的表格。", "problems": "信息发布的及时性还需提高，将逐月检查。", "other_matters": "没有其他需要报告的事项。"}


def preamble(rng, agency, year, text_errors):
    period = year - 1 if "identity.year" in text_errors else year
    words = {"a": agency.name, "y": year, "w": agency.we, "c": agency.contact}
    parts = [rng.choice(PREAMBLE), rng.choice(PERIOD).replace("{y}", str(period))]
    if happens(rng, 0.6):
        parts.append(CONTACT)
    text = [part.format(**words) for part in parts]
    return text if happens(rng, 0.2) else ["".join(text)]


def overview(rng, agency, year, said, text_errors, features):
    """The paragraphs of section one. `said`: of claims.py, which remembers what the sentences say."""
    facts = (published(rng, text_errors.get("narrative.sum", 0)) + claims.documents(said), claims.applications(said),
             claims.decisions(said) + (DOUBLED if "text.doubled" in text_errors else ""), claims.percentages(said) + claims.fees(said), claims.disputes(said))
    paragraphs = [Paragraph(rng.choice(OPENING).format(y=year, w=agency.we))]
    for i, heading in enumerate(part_headings(rng)):
        fillers = rng.sample(FILLER[i], rng.randint(2, len(FILLER[i])))
        paragraphs += part(f"（{NUMBERS[i]}）{heading}", facts[i] + "".join(fillers), "parts_apart" in features)
    return paragraphs


def part(heading, text, apart):
    """（一） and what stands under it: one paragraph, or two."""
    if apart:
        return [Paragraph(heading, "part", len(heading)), Paragraph(text)]
    return [Paragraph(f"{heading}。{text}", "part", len(heading) + 1)]


def published(rng, off):
    """How much was published, by channel; `off`: by how much the whole is wrong."""
    total = rng.choice((rng.randint(60, 400), rng.randint(400, 9000)))
    site, media, other = split(rng, total, (6, 3, 1))
    by_channel = f"政府网站{site}条、政务新媒体{media}条、其他渠道{other}条"
    laws, people, rest = split(rng, total + off, (4, 3, 2))
    whole = f"全年主动公开政府信息{total + off}条"
    # Every other breakdown is right for the whole that is written; that by channel is off.
    return rng.choice((f"{whole}，其中{by_channel}。", f"{whole}，其中{by_channel}。", f"{whole}。其中，{by_channel}。", f"{whole}（其中{by_channel}）。",
                       f"{whole}，较上年有所增长。其中{by_channel}。", f"{whole}，其中政策类{laws}条，人事类{people}条，其他类{rest}条；从渠道看，{by_channel}。",
                       f"{whole}。按类别分，政策类{laws}条，人事类{people}条，其他类{rest}条。按渠道分，{by_channel}。"))


def problems(rng, agency):
    picks = rng.sample(range(len(FAULTS)), rng.randint(2, 3))
    faults = "；".join(f"{NUMBERS[i]}是{FAULTS[pick]}" for i, pick in enumerate(picks))
    remedies = "；".join(f"{NUMBERS[i]}是{REMEDIES[pick]}" for i, pick in enumerate(picks))
    first = rng.choice(PROBLEMS).format(w=agency.we) + f"主要表现为：{faults}。"
    second = f"下一步将着力改进：{remedies}。"
    return [Paragraph(first), Paragraph(second)] if happens(rng, 0.6) else [Paragraph(first + second)]


def other_matters(rng, agency, year, said, features):
    text = rng.choice((f"{year}年度，本机关未收取政府信息公开信息处理费。", "本年度没有其他需要报告的事项。",
                       f"依照收费管理办法，{year}年收取信息处理费0元。没有其他需要说明的情况。")) + claims.again(said)
    paragraphs = [Paragraph(text)]
    if "signature" in features:
        paragraphs += [Paragraph(agency.name, "signature"), Paragraph(f"{year + 1}年1月{rng.randint(8, 30)}日", "signature")]
    return paragraphs
