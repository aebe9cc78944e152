// HTML as a sequence of tags and texts: the tokenizer below CleanMarkup.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace gongkai {

struct MarkupTag {
  std::string name;  // in lower case
  bool end = false;  // </name>
  // As written, entities included, names in lower case; only the first of each name, and only those
  // that CleanMarkup keeps.
  std::vector<std::pair<std::string, std::string_view>> attributes;
};

struct MarkupToken {
  enum Kind { kText, kTag, kSkipped, kDone } kind = kDone;  // kSkipped: a comment, a doctype, ...
  std::string_view text;  // of kText: as written, entities included
  MarkupTag tag;          // of kTag
};

// Linear in the length of `html` whatever is unclosed in it. `html` must outlive the scanner.
class MarkupScanner {
 public:
  explicit MarkupScanner(std::string_view html);

  MarkupToken Next();
  // Moves behind the end tag of `name` and gives what stood before it. Where there is no such end
  // tag nothing is moved and nothing given.
  std::string_view SkipElement(std::string_view name);

 private:
  MarkupToken NextMarkup();
  void SkipComment();
  MarkupTag ReadTag();
  void ReadAttributes(MarkupTag& tag);
  std::string_view ReadValue();

  std::string_view html_;
  std::size_t at_ = 0;
  // The last place of each sign: behind it the sign need not be looked for.
  std::size_t last_close_, last_double_, last_single_, last_comment_end_;
  std::vector<std::string> unclosed_;  // names known to have no end tag in what is left
};

}  // namespace gongkai
