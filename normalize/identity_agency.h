// The organ of a report whose title does not name it.
#pragma once

#include "model/document.h"
#include "model/report.h"
#include "normalize/headings_plan.h"

namespace gongkai {

// In this order: 某局向社会公布 and 由某局编制 before the first sections, 发布机构：某局 in lines or grids of
// metadata, the signature above the last date. The value is empty where none is found.
TextFact FindAgencyInText(const Document& document, const HeadingPlan& plan);

}  // namespace gongkai
