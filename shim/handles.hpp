// What stands behind the handles of the C header.
#pragma once

#include <xapian-c/xapian-c.h>

#include <deque>
#include <string>
#include <vector>
#include <xapian.h>

struct xc_document {
    Xapian::Document document;
};

struct xc_writer {
    Xapian::WritableDatabase database;
    // After a failed write Xapian may have dropped what came before it, too.
    bool is_broken = false;
    bool is_open = false; // a transaction is
};

struct xc_database {
    Xapian::Database database;
    size_t shards = 0;
};

struct xc_query {
    Xapian::Query query;
};

struct xc_pool {
    std::deque<xc_query> queries; // a deque does not move what it holds
};

struct xc_stemmer {
    Xapian::Stem stem;
};

namespace xc {

// A list and the strings that its items point to.
struct owned_list {
    xc_list list = { nullptr, 0, false };
    std::deque<std::string> texts;
    std::vector<xc_item> items;

    void add(std::string text, uint32_t documents, uint64_t occurrences)
    {
        texts.push_back(std::move(text));
        items.push_back({ { texts.back().data(), texts.back().size() }, documents,
                occurrences });
    }

    xc_list *finish()
    {
        list.items = items.data();
        list.count = items.size();
        return &list;
    }
};

} // namespace xc
