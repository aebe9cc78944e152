// What kind of file the bytes are: first by the signature a format begins with, then by what a text
// holds, at last by the name's ending.
#include "extract/media_type.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>

#include "extract/charset.h"
#include "extract/extract.h"

namespace gongkai {
namespace {

// PDF readers accept a header within the first 1024 bytes (PDF 1.7, implementation note 13).
constexpr std::size_t kPdfHeaderRange = 1024;
// Bytes of a text that are looked at for tags and marks: a web page's head may be long.
constexpr std::size_t kTextSample = 64 * 1024;
// Tags in the sample that make a text HTML though it does not begin as such. A report in plain text
// has a stray comment or a line break at most.
constexpr int kFewestTags = 8;

struct Signature {
  std::string_view bytes, name;
};

constexpr auto kSignatures = std::to_array<Signature>({
    {"GIF87a", "GIF"},
    {"GIF89a", "GIF"},
    {{"\0\0\0\x0CjP  ", 8}, "JPEG 2000"},
    {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "DOC"},
    {"{\\rtf", "RTF"},
    {"Rar!\x1A\x07", "RAR"},
    {"7z\xBC\xAF\x27\x1C", "7z"},
    {"\x1F\x8B", "GZIP"},
    {"SQLite format 3", "SQLite"},
    {"\x7F"
     "ELF",
     "ELF"},
    {"MZ\x90", "EXE"},
    {"%!PS", "PostScript"},
});

struct PictureSignature {
  std::string_view bytes;
  MediaType type;
};
// TIFF in both byte orders, and BigTIFF.
constexpr auto kPictures = std::to_array<PictureSignature>({
    {"\x89PNG\r\n\x1A\n", MediaType::kPng},
    {"\xFF\xD8\xFF", MediaType::kJpeg},
    {{"II*\0", 4}, MediaType::kTiff},
    {{"MM\0*", 4}, MediaType::kTiff},
    {{"II+\0", 4}, MediaType::kTiff},
    {{"MM\0+", 4}, MediaType::kTiff},
});

// ZIP files say what they are by the names of the files in them.
constexpr auto kZipMembers = std::to_array<Signature>({
    {"word/", "DOCX"},
    {"xl/", "XLSX"},
    {"ppt/", "PPTX"},
    {"OFD.xml", "OFD"},
    {"mimetypeapplication/vnd.oasis.opendocument", "ODF"},
    {"mimetypeapplication/epub", "EPUB"},
});

struct Ending {
  std::string_view ending;
  MediaType type;
};
constexpr auto kEndings = std::to_array<Ending>({
    {".pdf", MediaType::kPdf},
    {".html", MediaType::kHtml},
    {".htm", MediaType::kHtml},
    {".shtml", MediaType::kHtml},
    {".xhtml", MediaType::kHtml},
    {".md", MediaType::kMarkdown},
    {".markdown", MediaType::kMarkdown},
    {".txt", MediaType::kText},
    {".text", MediaType::kText},
});

// What an HTML file begins with, an XML declaration and comments aside.
constexpr auto kHtmlBeginnings = std::to_array<std::string_view>(
    {"<!doctype html", "<html", "<head", "<body", "<table", "<div", "<meta", "<p", "<title",
     "<script", "<style", "<link", "<span", "<section", "<article", "<center", "<h1", "<h2"});
// Tags that are counted inside a text.
constexpr auto kHtmlTags = std::to_array<std::string_view>(
    {"<p",  "</p", "<td", "<tr",     "<table", "<div", "<span",  "<br",   "<a",  "<li", "<h1",
     "<h2", "<h3", "<b",  "<strong", "<font",  "<th",  "<tbody", "<body", "<ul", "<o:p"});

std::string LowerCase(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return lower;
}

bool IsAsciiSpace(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

void SkipSpace(std::string_view& text) {
  while (!text.empty() && IsAsciiSpace(text[0])) text.remove_prefix(1);
}

// A tag's name ends here: `<p` is the beginning of `<p class`, not of `<path`.
bool IsTagAt(std::string_view lower, std::size_t at, std::string_view tag) {
  if (lower.substr(at, tag.size()) != tag) return false;
  const std::size_t end = at + tag.size();
  if (end == lower.size()) return true;
  return IsAsciiSpace(lower[end]) || lower[end] == '>' || lower[end] == '/';
}

// Skips <?xml ... ?> and comments.
void SkipProlog(std::string_view& lower) {
  for (bool more = true; more;) {
    SkipSpace(lower);
    more = false;
    for (const auto& [open, close] :
         {std::pair<std::string_view, std::string_view>{"<?", "?>"}, {"<!--", "-->"}}) {
      const std::size_t end = lower.starts_with(open) ? lower.find(close) : lower.npos;
      if (end == lower.npos) continue;
      lower.remove_prefix(end + close.size());
      more = true;
    }
  }
}

bool BeginsAsHtml(std::string_view lower) {
  SkipProlog(lower);
  return std::any_of(kHtmlBeginnings.begin(), kHtmlBeginnings.end(),
                     [lower](std::string_view tag) { return IsTagAt(lower, 0, tag); });
}

bool HasManyTags(std::string_view lower) {
  int tags = 0;
  for (std::size_t at = lower.find('<'); at != lower.npos; at = lower.find('<', at + 1)) {
    tags += std::any_of(kHtmlTags.begin(), kHtmlTags.end(),
                        [lower, at](std::string_view tag) { return IsTagAt(lower, at, tag); });
    if (tags == kFewestTags) return true;
  }
  return false;
}

// A |---| line, or two headings with #. One # is a sign in any text.
bool LooksLikeMarkdown(std::string_view sample) {
  int headings = 0;
  while (!sample.empty()) {
    const std::size_t end = std::min(sample.find('\n'), sample.size());
    std::string_view line = sample.substr(0, end);
    sample.remove_prefix(std::min(end + 1, sample.size()));
    SkipSpace(line);
    const bool rule = line.starts_with("|") && line.find("---") != line.npos &&
                      line.find_first_not_of("|-: \r\t") == line.npos;
    if (rule) return true;
    const std::size_t marks = std::min(line.find_first_not_of('#'), line.size());
    headings += marks >= 1 && marks <= 6 && marks < line.size() && line[marks] == ' ' ? 1 : 0;
  }
  return headings >= 2;
}

// Text has next to no control characters and, once decoded, next to nothing that is broken.
bool LooksLikeText(std::string_view sample) {
  std::size_t odd = 0, characters = 0;
  for (std::size_t at = 0; at < sample.size(); ++at) {
    const auto byte = static_cast<unsigned char>(sample[at]);
    characters += (byte & 0xC0) != 0x80 ? 1 : 0;
    const bool control = (byte < 0x20 && !IsAsciiSpace(sample[at])) || byte == 0x7F;
    const bool c1 =
        byte == 0xC2 && at + 1 < sample.size() && static_cast<unsigned char>(sample[at + 1]) < 0xA0;
    odd += control || c1 || sample.substr(at, 3) == "\uFFFD" ? 1 : 0;
  }
  return odd * 50 <= characters;  // one in fifty: a broken character a line is a damaged text
}

std::string SampleText(std::string_view bytes) { return ToUtf8(bytes.substr(0, kTextSample)); }

MediaType TypeByEnding(std::string_view name) {
  const std::string lower = LowerCase(name);
  for (const Ending& ending : kEndings) {
    if (lower.ends_with(ending.ending)) return ending.type;
  }
  return MediaType::kUnknown;
}

}  // namespace

std::string_view ForeignFormatName(std::string_view bytes) {
  for (const Signature& signature : kSignatures) {
    if (bytes.starts_with(signature.bytes)) return signature.name;
  }
  if (bytes.starts_with("RIFF") && bytes.size() > 12 && bytes.substr(8, 4) == "WEBP") return "WebP";
  const bool bitmap = bytes.starts_with("BM") && bytes.size() > 14 &&
                      bytes.substr(6, 4) == std::string_view("\0\0\0\0", 4);
  if (bitmap) return "BMP";
  if (!bytes.starts_with("PK\x03\x04") && !bytes.starts_with("PK\x05\x06")) return {};
  for (const Signature& member : kZipMembers) {
    if (bytes.find(member.bytes) != bytes.npos) return member.name;
  }
  return "ZIP";
}

MediaType FindMediaType(std::string_view bytes, std::string_view name) {
  if (bytes.substr(0, kPdfHeaderRange).find("%PDF-") != bytes.npos) return MediaType::kPdf;
  if (bytes.empty()) return TypeByEnding(name);
  for (const PictureSignature& picture : kPictures) {
    if (bytes.starts_with(picture.bytes)) return picture.type;
  }
  if (!ForeignFormatName(bytes).empty()) return MediaType::kUnknown;
  const std::string sample = SampleText(bytes);
  const std::string lower = LowerCase(sample);
  if (!LooksLikeText(sample)) return MediaType::kUnknown;
  if (BeginsAsHtml(lower)) return MediaType::kHtml;
  const MediaType ending = TypeByEnding(name);
  if (ending == MediaType::kMarkdown) return ending;
  if (ending == MediaType::kHtml || HasManyTags(lower)) return MediaType::kHtml;
  return LooksLikeMarkdown(sample) ? MediaType::kMarkdown : MediaType::kText;
}

bool HasPages(MediaType type) {
  return type == MediaType::kPdf || type == MediaType::kTiff || type == MediaType::kPng ||
         type == MediaType::kJpeg;
}

std::string_view MediaTypeName(MediaType type) {
  switch (type) {
    case MediaType::kPdf: return "application/pdf";
    case MediaType::kTiff: return "image/tiff";
    case MediaType::kPng: return "image/png";
    case MediaType::kJpeg: return "image/jpeg";
    case MediaType::kHtml: return "text/html";
    case MediaType::kText: return "text/plain";
    case MediaType::kMarkdown: return "text/markdown";
    case MediaType::kUnknown: break;
  }
  return "application/octet-stream";
}

}  // namespace gongkai
