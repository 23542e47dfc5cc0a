// What a query was made of, so that it can be made again.
#pragma once

#include <xapian-c/xapian-c.h>

#include <vector>
#include <xapian.h>

#include "shim/sum.hpp"

namespace xc {

// What a query was made of.  A server knows neither the weight of impacts nor sums of
// them: it gets a query whose terms bring their weights along.
struct made_of {
    enum kind { AS_IT_IS, TERM, SCALED, SUM, COMBINED };

    kind what = AS_IT_IS;
    std::vector<const xc_query *> children{};
    double factor = 1; // of a scaled one; of a term how often the question has it
    Xapian::Query::op op = Xapian::Query::OP_OR;
    const impact_sum *sum = nullptr;
};

} // namespace xc
