// Which way is up.
#include "ocr/upright.h"

#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>

#include "ocr/image_file.h"

using namespace gongkai;

namespace {

// A synthetic page of table 3, A4 at 200 dpi, of which nothing but the table is there: its rows of
// noughts read the same on their heads.
ScannedPage TableOnItsHead() {
  std::ifstream file("tests/ocr/pictures/table_on_its_head.png", std::ios::binary);
  const std::string bytes((std::istreambuf_iterator<char>(file)), {});
  auto picture = ReadPicture(bytes, 0);
  REQUIRE(picture.ok());
  return {1, 595, 842, std::move(picture.value())};
}

}  // namespace

TEST_CASE("a page whose rows of noughts read well on their heads is turned all the same", "[upright]") {
  const auto engine = LineEngine::Borrow();
  REQUIRE(engine != nullptr);
  const ScannedPage page = TableOnItsHead();
  const UprightPage upright = StandUpright(page, CleanPicture(page), *engine);
  // The upper left corner of the upright page is the lower right one of the page as it came.
  CHECK(upright.shown.x0 == Approx(595).margin(10));
  CHECK(upright.shown.y0 == Approx(842).margin(10));
}
