#include "fuzz/fuzz.h"
#include "model/unicode.h"
#include "normalize/labels.h"
#include "normalize/numbers.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace gongkai;
  const std::string_view text = AsText(data, size);
  for (const CellType type : {CellType::kCount, CellType::kChange, CellType::kAmount}) {
    for (const AmountUnit unit : {AmountUnit::kTenThousandYuan, AmountUnit::kYuan}) {
      const Reading reading = ParseCell(text, type, unit);
      Require(reading.value.has_value() == (reading.state == CellState::kNumber));
      if (type != CellType::kAmount && reading.value) Require(reading.value->IsInteger());
    }
  }
  if (const auto value = Decimal::Parse(text)) {
    Require(Decimal::Parse(value->ToString()) == value);
  }
  ParseLabel(text);
  IsKnownLabel(text.substr(0, 400));
  Require(IsValidUtf8(EncodeUtf8(DecodeUtf8(text))));
  Require(IsValidUtf8(Fold(text)));
  return 0;
}
