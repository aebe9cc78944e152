// Where the time goes: seconds of CPU by stage of reading, summed over threads, for bench/. Off
// unless asked for; nothing that is read depends on it.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace gongkai {

enum class Stage : std::size_t {
  kPicture, kClean, kRulings, kPieces, kNumbers, kForm, kEngine, kCheck
};

inline constexpr std::array<std::string_view, 8> kStageNames{
    "picture",  // decoding or rendering a page's picture
    "clean",    // seal, scale, edges, light, skew
    "rulings",  // found and painted over
    "pieces",   // of ink, and specks
    "numbers",  // cells by the digits' reader
    "form",     // lines by the reader of the form's words
    "engine",   // lines by the general engine, and making it
    "check"};   // the rules

// Before any thread reads.
void MeasureStages();

// In the order of kStageNames.
std::array<double, kStageNames.size()> StageSeconds();

// All CPU of the process so far.
double ProcessSeconds();

// What runs while it lives counts for its stage, less what one made meanwhile counts for its own.
class StageTimer {
 public:
  explicit StageTimer(Stage stage);
  ~StageTimer();
  StageTimer(const StageTimer&) = delete;
  StageTimer& operator=(const StageTimer&) = delete;

 private:
  Stage stage_;
  StageTimer* outer_ = nullptr;
  std::int64_t since_ = 0;
  bool runs_ = false;
};

}  // namespace gongkai
