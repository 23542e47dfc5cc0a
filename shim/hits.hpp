// Hits and all that they point to, in one object that one call frees.
#pragma once

#include <deque>
#include <string>
#include <vector>

#include "shim/guard.hpp"

namespace xc {

struct owned_hits {
    xc_hits hits = {};
    std::deque<std::string> texts;
    std::deque<std::vector<xc_bytes>> lists;
    std::vector<xc_hit> items;
    std::vector<xc_facet> facets;

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
};

} // namespace xc
