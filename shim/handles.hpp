// What stands behind the handles of the C header.
#pragma once

#include <xapian-c/xapian-c.h>

#include <deque>
#include <memory>
#include <string>
#include <vector>
#include <xapian.h>

#include "shim/block_guard.hpp"
#include "shim/made_of.hpp"
#include "shim/sum.hpp"
#include "shim/write_guard.hpp"

struct xc_document {
    Xapian::Document document;
};

struct xc_writer {
    Xapian::WritableDatabase database;
    // After a failed write Xapian may have dropped what came before it, too.
    bool is_broken = false;
    bool is_open = false;                     // a transaction is
    std::unique_ptr<xc::write_guard> guard{}; // or nothing is checked
};

struct xc_database {
    Xapian::Database database;
    size_t shards = 0;
    bool has_remote = false;
    std::unique_ptr<xc::block_guard> guard{}; // or nothing is checked
    // Of those that were joined, each with its own guard; they share what they opened
    // with the whole, so that all are of one state.
    std::vector<std::unique_ptr<xc_database>> parts{};
    const xc_terms *terms = nullptr; // or the database is asked
};

struct xc_query {
    Xapian::Query query;
    unsigned depth; // a leaf has 1
    xc_pool *pool;
    xc::made_of parts{}; // what a server of another process is told
};

struct xc_pool {
    std::deque<xc::impact_sum> sums; // borrowed by the queries
    std::deque<xc_query> queries;    // a deque does not move what it holds
    xc::deadline *until = nullptr;   // of the search that runs with one of them
};

struct xc_stemmer {
    Xapian::Stem stem;
};

namespace xc {

// A list and the strings that its items point to.
struct owned_list : xc_list {
    std::deque<std::string> texts;
    std::vector<xc_item> kept;

    owned_list() : xc_list()
    {
    }

    void add(std::string text, uint32_t documents, uint64_t occurrences,
            double weight = 0)
    {
        texts.push_back(std::move(text));
        kept.push_back({ { texts.back().data(), texts.back().size() }, documents,
                occurrences, weight });
    }

    xc_list *finish()
    {
        items = kept.data();
        count = kept.size();
        return this;
    }
};

} // namespace xc
