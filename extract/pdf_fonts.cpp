#include "extract/pdf_fonts.h"

#include <algorithm>
#include <array>

#include "extract/charset.h"
#include "model/unicode.h"

namespace gongkai {
namespace {

constexpr auto kBoldNames = std::to_array<std::string_view>(
    {"bold", "heavy", "black", "-bd", "demibd", "cuhei", "粗"});

PdfFont Describe(GfxFont& font) {
  PdfFont out;
  if (font.getName()) out.name = FontFamily(*font.getName());
  out.bold = font.isBold() || font.getWeight() >= GfxFont::W600 || NamesBold(out.name);
  out.vertical = font.getWMode() != 0;
  out.type3 = font.getType() == fontType3;
  // A Type 3 font has no descriptor as a rule, and its box is often left empty: Poppler's defaults.
  if (!out.type3 && font.getAscent() > font.getDescent()) {
    out.ascent = font.getAscent();
    out.descent = font.getDescent();
  }
  if (out.type3) std::copy_n(font.getFontMatrix(), 4, out.matrix);
  return out;
}

}  // namespace

std::string FontFamily(std::string_view name) {
  constexpr std::size_t kTag = 6;
  const bool tagged = name.size() > kTag && name[kTag] == '+' &&
                      std::all_of(name.begin(), name.begin() + kTag,
                                  [](char c) { return c >= 'A' && c <= 'Z'; });
  if (tagged) name.remove_prefix(kTag + 1);
  return IsValidUtf8(name) ? std::string(name) : ToUtf8(name);
}

bool NamesBold(std::string_view name) {
  std::string lower(name);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return std::any_of(kBoldNames.begin(), kBoldNames.end(), [&](std::string_view bold) {
    return lower.find(bold) != std::string::npos;
  });
}

std::size_t PdfFonts::Find(GfxFont* font) {
  const Ref ref = font != nullptr ? *font->getID() : Ref::INVALID();
  const auto [known, added] = indexes_.try_emplace({ref.num, ref.gen}, fonts_.size());
  if (added) fonts_.push_back(font != nullptr ? Describe(*font) : PdfFont());
  return known->second;
}

}  // namespace gongkai
