// A weight that reads no document lengths.
#pragma once

#include <cmath>
#include <string>
#include <xapian.h>

namespace xc {

// idf × wdf, where the wdf is an impact that was computed while indexing.  idf is
// Robertson and Spärck Jones' with one added inside the logarithm, so that it is never
// negative, as in Lucene's BM25Similarity.
class impact_weight : public Xapian::Weight {
    double idf = 0;
    double most = 0;

    void init(double factor) override
    {
        double count = get_collection_size();
        double with_term = get_termfreq();

        // A factor of 0 is the part of the weight that comes with no term; there is
        // none.
        idf = factor == 0 ? 0
                          : factor * get_wqf() *
                                    std::log(1 + (count - with_term + 0.5) /
                                                         (with_term + 0.5));
        most = idf * get_wdf_upper_bound();
    }

  public:
    impact_weight()
    {
        need_stat(COLLECTION_SIZE);
        need_stat(TERMFREQ);
        need_stat(WQF);
        need_stat(WDF);
        need_stat(WDF_MAX);
    }

    impact_weight *clone() const override
    {
        return new impact_weight();
    }

    std::string name() const override
    {
        return "xc::impact_weight";
    }

    std::string serialise() const override
    {
        return std::string();
    }

    impact_weight *unserialise(const std::string &) const override
    {
        return new impact_weight();
    }

    double get_sumpart(Xapian::termcount wdf, Xapian::termcount, Xapian::termcount
#if XAPIAN_AT_LEAST(2, 0, 0)
            ,
            Xapian::termcount
#endif
    ) const override
    {
        return idf * wdf;
    }

    double get_maxpart() const override
    {
        return most;
    }

#if !XAPIAN_AT_LEAST(2, 0, 0)
    double get_sumextra(Xapian::termcount, Xapian::termcount) const override
    {
        return 0;
    }

    double get_maxextra() const override
    {
        return 0;
    }
#endif
};

} // namespace xc
