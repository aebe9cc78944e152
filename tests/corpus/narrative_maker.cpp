#include "tests/corpus/narrative_maker.h"

#include <array>
#include <string_view>
#include <utility>

namespace gongkai::testing {
namespace {

using Words = std::vector<std::string_view>;

const Words kWhen{"", "", "", "今年以来，", "<year>年，", "报告期内，", "一季度起，", "入夏以后，", "机构调整之后，",
                  "换届以来，", "按照年初的安排，", "在上级指导下，", "结合本地实际，", "针对群众来信，"};
const Words kWho{"<own>", "<own>办公室", "各科室", "信息员", "分管负责人", "档案室", "便民服务中心", "综合窗口",
                 "法规科", "宣传干事", "各村居", "网络管理员", "值班同志", "<own>机关", "政务专班", "督查组"};
const Words kHow{"逐月", "定期", "及时", "主动", "分批", "集中", "认真", "随时", "按周", "会同有关单位",
                 "对照清单", "依照流程", "利用午间", "通过例会", "以座谈方式", "借助新平台", "安排专人", "上门"};
const Words kDo{"梳理", "清查", "更新", "归档", "校对", "解读", "公布", "整理", "登记", "答复", "核对", "汇总", "完善",
                "调整", "审查", "编写", "张贴", "推送", "回访", "培训", "抽查", "补录", "翻印", "讲解", "统计", "优化"};
const Words kWhat{"财政预算和决算", "征地补偿标准", "危房改造名单", "农机购置补贴", "低保对象", "学区划分方案",
                  "食品抽检结果", "河道整治进度", "扶持资金去向", "招考录用信息", "医保报销办法", "道路养护计划",
                  "安全隐患台账", "防汛预案", "重大工程招标", "环评批复", "疫苗接种安排", "公租房分配", "水质监测数据",
                  "林权登记事项", "停车收费标准", "供热调价听证", "养老机构名录", "职业培训目录", "旧区改造意见",
                  "垃圾分类做法", "公交线路变动", "困难职工帮扶", "宅基地审批", "种粮大户补助", "校车线路", "文物保护名单",
                  "夜间施工许可", "政府采购合同", "国有土地出让", "价格监测周报", "执法人员名册", "政务热线问答"};
const Words kMuch{"<n>条", "<n>件", "<n>份", "<n>次", "<n>期",
                  "<n>项", "<n>篇", "<n>人次", "<n>余处", "近<n>户"};
const Words kThen{"群众反映较好", "比上年有所增加", "没有发生差错", "当场解决了疑问", "点击量稳步上升", "受到来访者肯定",
                  "节省了办事时间", "方便了外出务工人员", "为决策提供了参考", "弥补了往年的不足", "减少了重复来访",
                  "得到人大代表认可", "使账目清清楚楚", "堵住了管理漏洞", "让老人也看得懂", "避免了信息滞后",
                  "促成了两个部门联动", "带动了村务公开", "拓宽了监督渠道", "回应了社会关切", "理顺了内部衔接"};
const Words kLack{"人手偏紧", "更新不够勤", "图表太少", "解读比较生硬", "栏目层级过深", "个别信息迟报", "基层积极性不高",
                  "业务不熟", "网站检索不便", "留言回复偏慢", "台账不够细", "部门之间衔接不畅", "经费安排不足", "移动端打不开"};
const Words kCause{"人员轮换频繁", "缺少专门训练", "职责交叉", "系统老旧", "任务集中在年底", "审核环节偏多",
                   "宣传面不广", "村组分散", "标准没有统一", "考核权重偏低", "骨干借调在外", "数据口径不一"};
const Words kMend{"增设一名专职人员", "每季度办一次讲座", "把栏目减为三级", "改用图解和短片", "建立催办单制度", "向先进地方取经",
                  "将结果纳入年终考评", "更换检索系统", "限定两日内回复", "与档案馆共享目录", "请居民代表打分",
                  "在集市设咨询台", "拟定统一的样本", "聘请社会监督员", "把审核压缩为两道"};

// [names] are drawn from the lists above.
const std::vector<std::string_view> kTemplates{
    "[when][who][how][do][what][much]，[then]。",
    "[when][who]围绕[what]与[what][how][do]，共计[much]，[then]。",
    "[what]由[who][how][do]，涉及[what]的另有[much]，[then]。",
    "[when]我们在[what]方面[lack]，主要是[cause]，今后将[mend]。",
    "针对[what]中[lack]的问题，[who][how][do]，并打算[mend]。",
    "[when][who]把[what]列为重点，[how][do][much]，既[then]，又[then]。",
    "因为[cause]，[what]一度[lack]，[who]随即[how][do]，[then]。",
    "[who]除[do][what]外，还[how][do]了[what]，[when]累计[much]。",
    "有居民询问[what]，[who][how]予以[do]，先后[much]，[then]。",
    "下一步由[who]牵头，[mend]，同时[how][do][what]，力求[then]。",
    "与去年相比，[what]的[do]多了[much]，而[what]仍然[lack]。",
    "[when]凡属[what]的材料，一律由[who][how][do]后发布，[then]。",
    "为改变[lack]的状况，[who]决定[mend]，[what]已经[how][do]完毕。",
    "[who]在[what]专栏[how][do][much]，访问者留言说[then]。",
};

const std::vector<std::pair<std::string_view, const Words*>> kLists{
    {"when", &kWhen}, {"who", &kWho}, {"how", &kHow}, {"do", &kDo}, {"what", &kWhat},
    {"much", &kMuch}, {"then", &kThen}, {"lack", &kLack}, {"cause", &kCause}, {"mend", &kMend}};

std::string_view Draw(Chance& chance, std::string_view list) {
  for (const auto& [name, words] : kLists) {
    if (name == list) return (*words)[chance.Below(words->size())];
  }
  return list;
}

// Puts `value(name)` for each name between `open` and `close`.
template <typename Value>
std::string Fill(std::string_view text, char open, char close, Value value) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = text[at] == open ? text.find(close, at) : std::string_view::npos;
    if (end == std::string_view::npos) {
      out += text[at++];
    } else {
      out += value(text.substr(at + 1, end - at - 1));
      at = end + 1;
    }
  }
  return out;
}

constexpr std::string_view kPreamble =
    "本报告根据《中华人民共和国政府信息公开条例》（以下简称《条例》）和《国务院办公厅政府信息与政务公开办公室关于"
    "印发〈中华人民共和国政府信息公开工作年度报告格式〉的通知》（国办公开办函〔2021〕30号）要求编制。"
    "本报告所列数据的统计期限自<year>年1月1日起至<year>年12月31日止。本报告的电子版可在政府门户网站下载，"
    "如对本报告有疑问，请与<organ>办公室联系（地址：<organ>；联系电话：<n>）。\n"
    "一、总体情况\n<year>年，<own>以习近平新时代中国特色社会主义思想为指导，认真贯彻落实《中华人民共和国政府信息公开"
    "条例》，坚持以公开为常态、不公开为例外，保障人民群众的知情权、参与权、表达权、监督权。\n";
constexpr std::string_view kClosing =
    "收到和处理政府信息公开申请<n>件，均在法定时限内答复，结转下年度继续办理0件。"
    "<year>年度，<own>未发生因政府信息公开申请行政复议、提起行政诉讼的情况。\n"
    "六、其他需要报告的事项\n依据《政府信息公开信息处理费管理办法》，<year>年度<own>未收取信息处理费。"
    "没有其他需要报告的事项。\n";

std::string WriteText(Chance& chance, std::string_view text, const std::string& organ, int year) {
  return Fill(text, '<', '>', [&](std::string_view name) -> std::string {
    if (name == "organ") return organ;
    if (name == "own") return organ.ends_with("局") ? "我局" : "我镇";
    if (name == "year") return std::to_string(year);
    return std::to_string(1 + chance.Below(4000));
  });
}

}  // namespace

std::uint64_t Chance::Next() {  // SplitMix64
  state_ += 0x9E3779B97F4A7C15;
  std::uint64_t bits = state_;
  bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9;
  bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EB;
  return bits ^ (bits >> 31);
}

std::string MakeSentence(Chance& chance) {
  return Fill(kTemplates[chance.Below(kTemplates.size())], '[', ']',
              [&](std::string_view name) { return Draw(chance, name); });
}

MadeNarrative MakeNarrative(Chance& chance, std::string organ, int year, std::size_t sentences) {
  MadeNarrative out{std::move(organ), year, {}};
  while (out.sentences.size() < sentences) out.sentences.push_back(MakeSentence(chance));
  return out;
}

std::string MakeOrgan(std::size_t number) {
  static const Words kFirst{"东", "西", "南", "北", "青", "白", "金", "石", "龙", "凤", "云", "清", "和", "永",
                            "新", "大", "长", "安", "平", "临"};
  static const Words kSecond{"山", "河", "泉", "桥", "湾", "岭", "塘", "岗", "浦", "溪", "阳", "宁", "川", "坪",
                             "洲", "关", "峰", "林", "坝", "渡"};
  static const Words kKind{"镇人民政府", "县教育局", "县水利局", "乡人民政府", "县民政局"};
  std::string out;
  for (std::size_t left = number, i = 0; i < 4; ++i, left /= 20) {
    out += (i % 2 == 0 ? kFirst : kSecond)[left % 20];
  }
  return out.append(kKind[number % kKind.size()]);
}

void ReplaceSentences(Chance& chance, MadeNarrative& narrative, double share) {
  auto& sentences = narrative.sentences;
  auto left = static_cast<std::size_t>(share * static_cast<double>(sentences.size()) + 0.5);
  for (std::size_t i = 0; i < sentences.size() && left > 0; ++i) {
    if (chance.Below(sentences.size() - i) >= left) continue;
    sentences[i] = MakeSentence(chance);
    --left;
  }
}

void Shuffle(Chance& chance, std::vector<std::string>& sentences) {
  for (std::size_t i = sentences.size(); i > 1; --i) {
    std::swap(sentences[i - 1], sentences[chance.Below(i)]);
  }
}

std::string WriteNarrative(Chance& chance, const MadeNarrative& narrative) {
  constexpr std::size_t kInParagraph = 5;
  std::string text(kPreamble);
  for (std::size_t i = 0; i < narrative.sentences.size(); ++i) {
    text += narrative.sentences[i];
    if (i % kInParagraph == kInParagraph - 1) text += '\n';
  }
  text.append("\n").append(kClosing);
  return WriteText(chance, text, narrative.organ, narrative.year);
}

std::string WriteFormulas(const std::string& organ, int year) {
  Chance chance(0);
  return WriteNarrative(chance, {organ, year, {}});
}

NarrativeHead HeadOf(const MadeNarrative& narrative) {
  return {narrative.organ + " " + std::to_string(narrative.year), narrative.organ, narrative.year,
          {narrative.organ}};
}

}  // namespace gongkai::testing
