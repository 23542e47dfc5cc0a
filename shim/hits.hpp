// Hits and all that they point to, in one object that one call frees.
#pragma once

#include <deque>
#include <string>
#include <vector>

#include "shim/guard.hpp"

namespace xc {

struct owned_hits : xc_hits {
    std::deque<std::string> texts; // a deque does not move what it holds
    std::deque<std::vector<xc_bytes>> lists;
    std::vector<xc_hit> hits_found;
    std::vector<xc_facet> facets_counted;

    owned_hits() : xc_hits()
    {
    }

    xc_bytes keep(std::string text)
    {
        texts.push_back(std::move(text));
        return { texts.back().data(), texts.back().size() };
    }

    const xc_bytes *keep(std::vector<xc_bytes> list)
    {
        lists.push_back(std::move(list));
        return lists.back().data();
    }

    // The data and values that were asked for.
    void copy_stored(
            xc_hit &hit, const Xapian::Document &document, const xc_search &what)
    {
        std::vector<xc_bytes> values;

        if (!what.without_data)
            hit.data = keep(document.get_data());
        for (size_t i = 0; i < what.value_count; i++)
            values.push_back(keep(document.get_value(what.value_slots[i])));
        if (!values.empty())
            hit.values = keep(std::move(values));
    }

    xc_hits *finish()
    {
        items = hits_found.data();
        count = hits_found.size();
        facets = facets_counted.data();
        facet_count = facets_counted.size();
        return this;
    }
};

} // namespace xc
