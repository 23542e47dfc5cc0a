// A query as a stock server of another process can weigh it.
#pragma once

#include <string>
#include <xapian.h>

#include "shim/handles.hpp"

namespace xc {

// How many documents have a term, and how many there are, of all databases.
struct statistics {
    const xc_database &database;
    bool counts; // else nothing is weighed, and no frequency is asked for
    double documents;

    statistics(const xc_database &from, bool weighs);
    double frequency(const std::string &term) const;
};

// The query for a weight that is the wdf itself: each term is scaled by what
// XC_WEIGHT_IMPACT gives it, so that the weights are the same to the last bit.
Xapian::Query portable(const xc_query &query, const statistics &known);

} // namespace xc
