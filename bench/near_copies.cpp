// What finding near copies costs, and what it finds, on narratives that nobody wrote.
//
//   cmake --build --preset release --target bench_near_copies
//   build/release/tests/bench_near_copies [NUMBER [THREADS]]
//
// NUMBER narratives (10,000) of 1,500 to 4,000 characters: three fifths are honest; the others are
// copies of an honest one with known edits, in groups of 2 to 40, or have one passage of an honest
// one. Prints a line with seconds, peak memory, recall of what was seeded and how much of what was
// found was not. Exit status 1 where anything was found that was not seeded.
#include <sys/resource.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "corpus/near_copies.h"
#include "tests/corpus/narrative_maker.h"

using namespace gongkai;
using namespace gongkai::testing;

namespace {

constexpr double kEdits[] = {0.0, 0.05, 0.1, 0.2, 0.3};  // shares of sentences replaced
constexpr std::size_t kPassageSentences = 6;

struct Seeded {
  std::vector<NarrativeHead> heads;
  std::vector<std::string> texts;
  std::vector<std::size_t> source;   // of a copy: whom it copied; otherwise itself
  std::vector<double> edit;
  std::vector<bool> passage;         // only a passage was copied
};

class Seeder {
 public:
  Seeded Make(std::size_t number) {
    while (seeded_.heads.size() < number) {
      const std::size_t source = Add(Fresh(), seeded_.heads.size(), 0, false);
      const MadeNarrative original = last_;
      if (chance_.Happens(0.1)) {
        const std::size_t copies = 1 + chance_.Below(chance_.Happens(0.1) ? 39 : 4);
        for (std::size_t i = 0; i < copies && seeded_.heads.size() < number; ++i) {
          AddCopy(original, source);
        }
      } else if (chance_.Happens(0.1) && seeded_.heads.size() < number) {
        MadeNarrative other = Fresh();
        const std::size_t at = chance_.Below(original.sentences.size() - kPassageSentences);
        for (std::size_t i = 0; i < kPassageSentences; ++i) {
          other.sentences[i + 10] = original.sentences[at + i];
        }
        Add(other, source, 0, true);
      }
    }
    return std::move(seeded_);
  }

 private:
  MadeNarrative Fresh() {
    return MakeNarrative(chance_, MakeOrgan(organs_++), 2015 + static_cast<int>(chance_.Below(10)),
                         28 + chance_.Below(52));
  }
  void AddCopy(const MadeNarrative& original, std::size_t source) {
    MadeNarrative copy = original;
    if (chance_.Happens(0.5)) {
      copy.organ = MakeOrgan(organs_++);
    } else {
      copy.year = 2025 + static_cast<int>(seeded_.heads.size());  // no two alike
    }
    const double edit = kEdits[chance_.Below(std::size(kEdits))];
    ReplaceSentences(chance_, copy, edit);
    Add(copy, source, edit, false);
  }
  std::size_t Add(MadeNarrative made, std::size_t source, double edit, bool passage) {
    last_ = std::move(made);
    seeded_.heads.push_back(HeadOf(last_));
    seeded_.texts.push_back(WriteNarrative(chance_, last_));
    seeded_.source.push_back(source);
    seeded_.edit.push_back(edit);
    seeded_.passage.push_back(passage);
    return seeded_.heads.size() - 1;
  }

  Chance chance_{2024};
  std::size_t organs_ = 0;
  MadeNarrative last_;
  Seeded seeded_;
};

double PeakMegabytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) / 1024;
}

}  // namespace

int main(int argc, char** argv) {
  const std::size_t number = argc > 1 ? std::strtoul(argv[1], nullptr, 10) : 10'000;
  const int threads = argc > 2 ? std::atoi(argv[2]) : 2;
  const Seeded seeded = Seeder().Make(number);
  const double before = PeakMegabytes();
  const auto begin = std::chrono::steady_clock::now();
  const NearCopies found =
      FindNearCopies(seeded.heads, [&](std::size_t i) { return seeded.texts[i]; }, threads);
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;

  std::vector<std::size_t> group(number, SIZE_MAX);
  std::size_t linked = 0, false_links = 0;
  const auto root = [&](std::size_t i) { return seeded.source[i]; };
  const auto whole_root = [&](std::size_t i) { return seeded.passage[i] ? i : root(i); };
  for (std::size_t i = 0; i < found.groups.size(); ++i) {
    for (const CopyMember& member : found.groups[i].members) {
      group[member.narrative] = i;
      for (const CopyLink& link : member.links) {
        ++linked;
        false_links += whole_root(member.narrative) == whole_root(link.to) ? 0 : 1;
      }
    }
  }
  std::set<std::pair<std::size_t, std::size_t>> passages;
  std::size_t false_passages = 0;
  for (const PassageGroup& passage : found.passages) {
    for (const PassageMember& member : passage.members) {
      passages.insert({member.narrative, root(member.narrative)});
      passages.insert({member.to, root(member.to)});
      false_passages += root(member.narrative) == root(member.to) ? 0 : 1;
    }
  }
  std::map<double, std::pair<std::size_t, std::size_t>> by_edit;
  std::pair<std::size_t, std::size_t> of_passages;
  for (std::size_t i = 0; i < number; ++i) {
    if (seeded.source[i] == i) continue;
    auto& [hit, all] = seeded.passage[i] ? of_passages : by_edit[seeded.edit[i]];
    ++all;
    hit += seeded.passage[i] ? passages.contains({i, root(i)})
                             : group[i] != SIZE_MAX && group[i] == group[root(i)];
  }
  std::printf("%zu narratives, %d threads: %.1f s, %.0f MB beside %.0f MB of texts; judged %zu\n",
              number, threads, took.count(), PeakMegabytes() - before, before, found.judged);
  for (const auto& [edit, counts] : by_edit) {
    std::printf("  %2.0f %% replaced: %zu of %zu\n", edit * 100, counts.first, counts.second);
  }
  std::printf("  passages: %zu of %zu; %zu groups, %zu links, %zu false; %zu passage groups, %zu false\n",
              of_passages.first, of_passages.second, found.groups.size(), linked, false_links,
              found.passages.size(), false_passages);
  return false_links + false_passages > 0 ? 1 : 0;
}
