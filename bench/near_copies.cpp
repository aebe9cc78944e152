// What finding near copies costs, and what it finds, on narratives that nobody wrote.
//
//   cmake --build --preset release --target bench_near_copies
//   build/release/tests/bench_near_copies [NUMBER [THREADS]]
//
// NUMBER narratives (10,000) of about 1,500 to 4,000 characters: two thirds are honest; the others
// are copies of one of these with known edits, in groups of 2 to 40, or have one passage of it.
// Prints seconds, peak memory, how many of those that were seeded were found, and how much was
// found that was not seeded. Exit status 1 where there is any of that.
#include <sys/resource.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <set>
#include <string>
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

rusage Usage() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return usage;
}
double PeakMegabytes() { return static_cast<double>(Usage().ru_maxrss) / 1024; }
double CpuSeconds() {
  const auto seconds = [](const timeval& time) {
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) * 1e-6;
  };
  const rusage usage = Usage();
  return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

// How many of those that were seeded were found.
struct Hits {
  std::size_t found = 0, all = 0;
};

struct Score {
  std::map<double, Hits> wholes;  // by their edit
  Hits passages;
  std::size_t links = 0, false_links = 0, false_passages = 0;
};

// Whom a narrative's own words are of; a narrative that took a passage alone is its own.
std::size_t WholeSource(const Seeded& seeded, std::size_t i) {
  return seeded.passage[i] ? i : seeded.source[i];
}

Score MakeScore(const Seeded& seeded, const NearCopies& found) {
  Score score;
  std::vector<std::size_t> group(seeded.heads.size(), SIZE_MAX);
  for (std::size_t i = 0; i < found.groups.size(); ++i) {
    for (const CopyMember& member : found.groups[i].members) {
      group[member.narrative] = i;
      for (const CopyLink& link : member.links) {
        ++score.links;
        const bool seeded_so =
            WholeSource(seeded, member.narrative) == WholeSource(seeded, link.to);
        score.false_links += seeded_so ? 0 : 1;
      }
    }
  }
  std::set<std::size_t> in_passage;
  for (const PassageGroup& passage : found.passages) {
    for (const PassageMember& member : passage.members) {
      in_passage.insert({member.narrative, member.to});
      const bool seeded_so = seeded.source[member.narrative] == seeded.source[member.to];
      score.false_passages += seeded_so ? 0 : 1;
    }
  }
  for (std::size_t i = 0; i < seeded.heads.size(); ++i) {
    if (seeded.source[i] == i) continue;
    Hits& hits = seeded.passage[i] ? score.passages : score.wholes[seeded.edit[i]];
    const bool hit = seeded.passage[i]
                         ? in_passage.contains(i)
                         : group[i] != SIZE_MAX && group[i] == group[seeded.source[i]];
    ++hits.all;
    hits.found += hit ? 1 : 0;
  }
  return score;
}

void Print(const Score& score) {
  for (const auto& [edit, hits] : score.wholes) {
    std::printf("  %2.0f %% replaced: %zu of %zu\n", edit * 100, hits.found, hits.all);
  }
  std::printf("  passages: %zu of %zu\n", score.passages.found, score.passages.all);
  std::printf("  %zu links, %zu false; %zu false passages\n", score.links, score.false_links,
              score.false_passages);
}

}  // namespace

int main(int argc, char** argv) {
  const std::size_t number = argc > 1 ? std::strtoul(argv[1], nullptr, 10) : 10'000;
  const int threads = argc > 2 ? std::atoi(argv[2]) : 2;
  const Seeded seeded = Seeder().Make(number);
  const double megabytes = PeakMegabytes(), cpu = CpuSeconds();
  const auto begin = std::chrono::steady_clock::now();
  const ReadNarrative read = [&](std::size_t i) { return seeded.texts[i]; };
  const NearCopies found = FindNearCopies(seeded.heads, read, threads);
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
  std::printf("%zu narratives, %d threads: %.1f s, CPU %.1f s, %.0f MB beside %.0f MB of texts\n",
              number, threads, took.count(), CpuSeconds() - cpu, PeakMegabytes() - megabytes,
              megabytes);
  const Score score = MakeScore(seeded, found);
  Print(score);
  return score.false_links + score.false_passages > 0 ? 1 : 0;
}
