// Terms that are known without asking a database.
#pragma once

#include <xapian-c/xapian-c.h>

#include <string_view>

#include "shim/handles.hpp"

namespace xc {

inline std::string_view known_term(const xc_terms &terms, size_t place)
{
    const uint64_t start = place == 0 ? 0 : terms.ends[place - 1];

    return { terms.bytes + start, static_cast<size_t>(terms.ends[place] - start) };
}

// Whether the database need not be asked for the term, or for those that start so.
inline bool knows(const xc_database &database, std::string_view term)
{
    if (database.terms == nullptr)
        return false;
    const xc_bytes &without = database.terms->without;
    return without.size == 0 ||
           term.substr(0, without.size) != std::string_view(without.data, without.size);
}

// The place of the first term that is not before `term`.
inline size_t place_from(const xc_terms &terms, std::string_view term)
{
    size_t low = 0;
    size_t high = terms.count;

    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        if (known_term(terms, middle) < term)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

inline uint32_t known_frequency(const xc_terms &terms, std::string_view term)
{
    const size_t place = place_from(terms, term);

    return place < terms.count && known_term(terms, place) == term
                   ? terms.documents[place]
                   : 0;
}

} // namespace xc
