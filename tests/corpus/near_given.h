// Narratives given to the search for near copies, and its result as a text.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "corpus/near_copies.h"
#include "tests/corpus/narrative_maker.h"

namespace gongkai::testing {

struct Given {
  std::vector<NarrativeHead> heads;
  std::vector<std::string> texts;
  void Add(NarrativeHead head, std::string text) {
    heads.push_back(std::move(head));
    texts.push_back(std::move(text));
  }
  void Add(Chance& chance, const MadeNarrative& made) {
    Add(HeadOf(made), WriteNarrative(chance, made));
  }
};

inline NearCopies Find(const Given& given, int threads = 1) {
  const ReadNarrative read = [&](std::size_t i) { return given.texts[i]; };
  return FindNearCopies(given.heads, read, threads);
}

inline std::string At(const std::string& text, const TextRange& range) {
  return text.substr(range.byte_begin, range.byte_end - range.byte_begin);
}

// All that was found, by ids instead of indexes, so that the order of the input does not show.
inline std::string Describe(const Given& given, const NearCopies& found) {
  std::string out = std::to_string(found.judged) + " " + std::to_string(found.too_short) + "\n";
  const auto passage = [&](std::size_t here, std::size_t there, const SharedPassage& shared) {
    out += "  [" + At(given.texts[here], shared.here) + "|" + At(given.texts[there], shared.there) +
           "] " + std::to_string(shared.here.character_begin) + " " +
           std::to_string(shared.telling) + "\n";
  };
  for (const CopyGroup& group : found.groups) {
    out += "group\n";
    for (const CopyMember& member : group.members) {
      out += given.heads[member.narrative].id + " " + std::to_string(member.to_first) + "\n";
      for (const CopyLink& link : member.links) {
        out += " " + given.heads[link.to].id + " " + std::to_string(link.resemblance) + " " +
               std::to_string(link.estimate) + "\n";
        for (const auto& shared : link.passages) passage(member.narrative, link.to, shared);
      }
    }
  }
  for (const PassageGroup& group : found.passages) {
    out += "passage of " + given.heads[group.first].id + "\n";
    for (const PassageMember& member : group.members) {
      out += " " + given.heads[member.narrative].id + " " + given.heads[member.to].id + "\n";
      passage(member.narrative, member.to, member.passage);
    }
  }
  return out;
}

}  // namespace gongkai::testing
