// A weight that reads no document lengths.
#pragma once

#include <cmath>
#include <string>
#include <xapian.h>

#include "shim/deadline.hpp"

namespace xc {

// The weight of an impact in steps so coarse that sums of them are exact: the same
// whatever the order in which they are added, which differs from database to database
// where several are searched as one.
inline double exact_weight(double weight)
{
    constexpr double steps = 4294967296; // 2^32: of 53 bits, 21 are left for the sum

    return std::round(weight * steps) / steps;
}

// What each count of the wdf of a term adds, if `count` documents are searched and
// `with_term` have it.
inline double impact_factor(double factor, double count, double with_term)
{
    return exact_weight(
            factor * std::log(1 + (count - with_term + 0.5) / (with_term + 0.5)));
}

// idf × wdf, where the wdf is an impact that was computed while indexing.  idf is that
// of Robertson and Spärck Jones (Relevance weighting of search terms, 1976) with one
// added inside the logarithm, so that it is never negative, as in Lucene's
// BM25Similarity.
//
// Weighing is the work of a match, so the deadline is watched here: what is weighed and
// found too light reaches no spy and no decider.
class impact_weight : public Xapian::Weight {
    deadline *until;
    double idf = 0;
    double most = 0;

    void init(double factor) override
    {
        const double count = get_collection_size();
        const double with_term = get_termfreq();

        // A factor of 0 asks for the part of the weight that comes with no term; there
        // is none.
        if (factor != 0)
            idf = impact_factor(factor * get_wqf(), count, with_term);
        most = idf * get_wdf_upper_bound();
    }

  public:
    explicit impact_weight(deadline *end) : until(end)
    {
        need_stat(COLLECTION_SIZE);
        need_stat(TERMFREQ);
        need_stat(WQF);
        need_stat(WDF);
        need_stat(WDF_MAX);
    }

    impact_weight *clone() const override
    {
        return new impact_weight(until);
    }

    std::string name() const override
    {
        return "xc::impact_weight";
    }

    std::string serialise() const override
    {
        throw Xapian::UnimplementedError("impacts are not weighed by remote servers");
    }

    double get_sumpart(Xapian::termcount wdf, Xapian::termcount, Xapian::termcount
#if XAPIAN_AT_LEAST(2, 0, 0)
            ,
            Xapian::termcount
#endif
    ) const override
    {
        until->check();
        return idf * wdf;
    }

    double get_maxpart() const override
    {
        return most;
    }

    double get_sumextra(Xapian::termcount, Xapian::termcount
#if XAPIAN_AT_LEAST(2, 0, 0)
            ,
            Xapian::termcount
#endif
    ) const override
    {
        return 0;
    }

    double get_maxextra() const override
    {
        return 0;
    }
};

} // namespace xc
